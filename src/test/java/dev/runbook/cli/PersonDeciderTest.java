package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.ExecRunbook.Job;
import dev.runbook.exec.Decider;
import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.outcome.Transcript;
import dev.runbook.outcome.Transcript.End;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole sessions at a terminal whose person answers by script. */
final class PersonDeciderTest {
    private static final String ENTER = "\r";

    private final Golden golden = new Golden("cli");
    private final List<String> shells = new ArrayList<>();
    private final RunControl control = new RunControl(true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Session(Transcript transcript, int exitCode, List<String> ran, String screen) {}

    private Session session(Language language, int columns, UnaryOperator<FakeRun> engine, String... answers)
            throws IOException {
        return session(language, columns, Map.of(), engine, answers);
    }

    private Session session(
            Language language,
            int columns,
            Map<String, String> environment,
            UnaryOperator<FakeRun> engine,
            String... answers)
            throws IOException {
        RunSample sample = new RunSample(folder);
        try (ScriptedTerminal scripted = new ScriptedTerminal(List.of(answers));
                PrintStream out = new PrintStream(scripted.output(), true, StandardCharsets.UTF_8);
                TerminalPerson person = new TerminalPerson(scripted.terminal(), () -> {})) {
            Host host = new Host(
                    environment,
                    InputStream.nullInputStream(),
                    out,
                    out,
                    true,
                    true,
                    true,
                    OptionalInt.of(columns),
                    folder);
            RunTexts texts = RunTexts.of(language, new Style(false));
            DiagnosticPrinter printer = new DiagnosticPrinter(
                    language,
                    false,
                    f -> f,
                    f -> Optional.of(sample.page().original().source()));
            OutcomeLines outcomes = new OutcomeLines(texts, printer::print, mismatch -> "");
            try (RunScreen screen = new RunScreen(host)) {
                RunView view = new RunView(screen, texts, outcomes, control, false);
                Decider decider = view.asking(
                        person,
                        sample.page().in(language).orElseThrow(),
                        new Job(sample.plan(), RunSample.VALUES, false, Set.of(), false),
                        step -> shells.add(step.user()),
                        environment);
                FakeRun run = engine.apply(new FakeRun(
                        decider, List.of(view.atOnce().get(0), view.atOnce().get(1), view.shown())));
                Transcript transcript = run.run(sample.plan());
                RunEnding summary = new RunEnding(texts, view.tally().steps(), transcript, control.ended());
                view.showRest(transcript);
                view.screen().print(summary.text("20260101-120000-ab12", "runbook exec backup --resume"));
                return new Session(transcript, summary.exitCode(), run.ran(), scripted.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeRun(Language language) throws IOException {
        Session session = session(
                language,
                80,
                run -> run.writes("take", "dumping…\n").writes("size", "no newline"),
                ENTER,
                "o",
                ENTER,
                "?",
                "y",
                "s",
                "not needed" + ENTER,
                ENTER,
                "yes" + ENTER,
                ENTER,
                "wipe" + ENTER);

        assertEquals(List.of("take", "size", "wipe"), session.ran());
        assertEquals(0, session.exitCode());
        golden.check(
                "exec.session." + language.code() + ".txt", session.screen().replace("\r\n", "\n"));
        assertFalse(session.screen().contains("hunter2"));
    }

    @ParameterizedTest
    @EnumSource
    void failure(Language language) throws IOException {
        Session session = session(language, 80, run -> run.failsOnce("take"), ENTER, "r", "b", "u", "n", "q");

        assertEquals(List.of("take", "take"), session.ran());
        assertEquals(1, session.exitCode());
        golden.check(
                "exec.failure." + language.code() + ".txt", session.screen().replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfOursIsWiderThanANarrowTerminal(Language language) throws IOException {
        Session session = session(language, 40, run -> run, ENTER, "?", "q");

        List<String> wide = session.screen()
                .lines()
                .filter(line -> DisplayWidth.of(line) > 40)
                .filter(line -> !line.startsWith("  ") && !line.startsWith("pg_dump") && !line.contains("exec backup"))
                .toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void endOfInputQuits() throws IOException {
        Session session = session(Language.EN, 80, run -> run, ENTER);

        assertEquals(List.of("take"), session.ran());
        assertEquals(End.STOPPED, session.transcript().end());
        assertEquals(1, session.exitCode());
    }

    @Test
    void interruptAtAQuestionStops() throws IOException {
        Session session = session(Language.EN, 80, run -> run, ENTER, "\u0003");

        assertEquals(List.of("take"), session.ran());
        assertEquals(130, session.exitCode());
    }

    @Test
    void restRunsUpToWhatAPersonMustDecide() throws IOException {
        Session session = session(Language.EN, 80, run -> run, "a", "y", "q");

        assertEquals(List.of("take", "size", "conf"), session.ran(), "stops at the manual step and at danger");
    }

    @Test
    void skipNeedsAReason() throws IOException {
        Session session = session(Language.EN, 80, run -> run, "s", ENTER, "s", "why" + ENTER, "q");

        assertEquals(List.of(), session.ran());
        assertTrue(session.screen().contains("the record needs a reason"));
        assertEquals(1, session.transcript().results().size());
    }

    @Test
    void editsOneLineInPlaceAndShowsItAsItWillRun() throws IOException {
        Session session = session(Language.EN, 80, run -> run, "e", " # changed" + ENTER, "y", "q");

        assertEquals(List.of("take: pg_dump -Fc \"$DB_NAME\" > /backup/it.dump # changed"), session.ran());
    }

    @Test
    void editsInTheEditorOfThePerson() throws IOException {
        Path seen = folder.resolve("seen");
        Path editor = folder.resolve("edit or");
        Files.writeString(editor, "#!/bin/sh\nstat -c '%a %n' \"$2\" > '" + seen + "'\necho extra >> \"$2\"\n");
        assertTrue(editor.toFile().setExecutable(true));
        Files.writeString(folder.resolve("x"), "");
        CodeEditor code = new CodeEditor(Map.of("VISUAL", "'" + editor + "' --wait"), new NoPerson());

        Optional<String> edited;
        try {
            edited = code.edit(
                    "one\ntwo\n",
                    ".sh",
                    new Menu(new NoPerson(), new RunScreen(host()), RunTexts.of(Language.EN, new Style(false))));
        } catch (Person.Gone e) {
            throw new AssertionError(e);
        }

        assertEquals(Optional.of("one\ntwo\nextra\n"), edited);
        String[] words = Files.readString(seen).strip().split(" ", 2);
        assertEquals("600", words[0]);
        assertTrue(words[1].endsWith(".sh"), words[1]);
        assertFalse(Files.exists(Path.of(words[1])), "the file is removed");
    }

    private Host host() {
        PrintStream nowhere = new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Host(
                Map.of(),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                false,
                false,
                false,
                OptionalInt.empty(),
                folder);
    }

    @Test
    void opensAShellAndAsksAgain() throws IOException {
        session(Language.EN, 80, run -> run, "!", "q");

        assertEquals(List.of("postgres"), shells);
    }

    @Test
    void undoIsConfirmedAndRunsWhatTakesBack() throws IOException {
        Session session = session(Language.EN, 80, run -> run, ENTER, "u", "y");

        assertEquals(List.of("take", "drop"), session.ran());
        assertTrue(session.screen().contains("Take back what was done (#drop) and stop?"));
    }

    @Test
    void aStepJudgedAsNotHoldingIsNoSuccess() throws IOException {
        Session session =
                session(Language.EN, 80, run -> run, "a", "n", "too full" + ENTER, "s", "x" + ENTER, "s", "x" + ENTER);

        assertEquals(End.COMPLETED, session.transcript().end());
        assertEquals(1, session.exitCode());
        assertTrue(session.screen().contains("too full"));
    }
}
