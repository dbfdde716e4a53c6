package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What README and the handbook's section on the tool show of the command line is what it takes. */
final class DocumentedCommandsTest {
    /** At the start of a line: behind a prompt, or as a step of a workflow; or a code span of its own. */
    private static final Pattern LINE = Pattern.compile("(?m)^ *(?:[#$] |- run: )?(?:\\./)?runbook ([a-z-][^\\n"
            + "]*)$|`(?:\\./)?runbook ([a-z-][^`]*)`|\\$\\((?:\\./)?runbook ([^)]*)\\)");

    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]*)[^`]*`");
    /** A word of a shell's line with its quotes, or what ends a command. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s|;&>\"']|>(?=[A-Z]))+|[|;&>].*");

    private static CommandSpec spec() {
        return new RunbookCommand().spec(new Specs(Messages.of(Main.class, "texts", Language.EN)));
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> pages = Files.list(Path.of("runbooks/tool"))) {
            pages.filter(p -> p.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    /** The command lines that a text shows, as words. */
    private static List<List<String>> calls(String text) {
        List<List<String>> calls = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            String words =
                    line.group(1) != null ? line.group(1) : line.group(2) != null ? line.group(2) : line.group(3);
            List<String> call = words(words);
            if (!call.isEmpty()) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.replaceFirst(" +(#|[0-9]*>[^A-Z]).*", ""));
        while (word.find() && "|;&>".indexOf(word.group().charAt(0)) < 0) {
            words.add(word.group().replace("\"", "").replace("'", ""));
        }
        return words;
    }

    @Test
    void everyCommandLineIsOneThatIsTaken() throws IOException {
        int seen = 0;
        for (Path document : documents()) {
            for (List<String> call : calls(Files.readString(document))) {
                assertDoesNotThrow(() -> parse(call), () -> document + ": " + call);
                seen++;
            }
        }
        assertTrue(seen > 100, "command lines: " + seen);
    }

    /** What names a command alone, in a sentence, need not have its arguments. */
    private static void parse(List<String> call) {
        try {
            new CommandLine(spec()).parseArgs(call.toArray(String[]::new));
        } catch (MissingParameterException e) {
            CommandSpec named = spec();
            for (String word : call) {
                CommandLine sub = named.subcommands().get(word);
                if (sub == null) {
                    throw e;
                }
                named = sub.getCommandSpec();
            }
        }
    }

    @Test
    void everyOptionIsOneThatThereIs() throws IOException {
        Set<String> known = new TreeSet<>();
        options(spec(), known);
        for (Path document : documents()) {
            Matcher option = OPTION.matcher(Files.readString(document));
            while (option.find()) {
                assertTrue(known.contains(option.group(1)), document + ": " + option.group());
            }
        }
    }

    private static void options(CommandSpec spec, Set<String> names) {
        for (OptionSpec option : spec.options()) {
            names.addAll(List.of(option.names()));
        }
        spec.subcommands().values().forEach(sub -> options(sub.getCommandSpec(), names));
    }

    @Test
    void everyCommandIsNamedOnTheFrontPageOfTheSection() throws IOException {
        for (String page : List.of("README.md", "runbooks/tool/index.md", "runbooks/tool/index.en.md")) {
            Set<String> named = new TreeSet<>(List.of("help"));
            calls(Files.readString(Path.of(page))).forEach(call -> named.add(call.get(0)));
            Set<String> missing = new TreeSet<>(spec().subcommands().keySet());
            missing.removeAll(named);
            assertEquals(Set.of(), missing, page);
        }
    }

    @Test
    void theReaderOfThisTestSeesWhatAShellWouldRun() {
        String text = """
            Use `runbook list` or `runbook show X`.
            ```console
            # ./runbook exec backup --param "A=b c" | less
            $ runbook check 2>&1
            - run: ./runbook build --out 'a b' >log
            runbook env list   # all
            ```
            runbook is a word here
            """;
        assertEquals(
                List.of(
                        List.of("list"),
                        List.of("show", "X"),
                        List.of("exec", "backup", "--param", "A=b c"),
                        List.of("check"),
                        List.of("build", "--out", "a b"),
                        List.of("env", "list"),
                        List.of("is", "a", "word", "here")),
                calls(text));
    }
}
