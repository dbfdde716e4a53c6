package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.testing.Expectations;
import dev.runbook.values.ValueCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ParameterQuestionsTest {
    private static final Runbook PAGE = Expectations.runbook("""
            ---
            title: 値
            params:
              NAME: {label: 名前, pattern: '[a-z]+'}
              TOKEN: {label: トークン, secret: true}
            ---
            """);

    private static final Runbook TRANSLATED = Expectations.runbook("""
            ---
            title: Values
            params:
              NAME: {label: The name}
            ---
            """);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private final RunScreen screen = new RunScreen(new Host(
            Map.of(), InputStream.nullInputStream(), out, out, false, false, false, OptionalInt.empty(), Path.of("/")));

    private final Parameter name = PAGE.frontMatter().params().get(0);
    private final Parameter token = PAGE.frontMatter().params().get(1);

    private ParameterQuestions questions(Person person, Runbook page) {
        return new ParameterQuestions(person, screen, RunTexts.of(Language.EN, new Style(false)), page);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** Types one line at a time, and secrets apart from others. */
    private static Person types(String line, String secret) {
        return new Answers(line, secret, Optional.empty());
    }

    @Test
    void asksByNameAndLabelInTheReadersLanguage() {
        ParameterQuestions questions = questions(types("web", "hidden"), TRANSLATED);

        assertEquals(Optional.of("web"), questions.ask(name, Optional.empty()));
        assertEquals("NAME The name\n", text());
        assertEquals(Optional.of("hidden"), questions.ask(token, Optional.empty()));
        assertTrue(text().endsWith("TOKEN トークン (not shown as you type)\n"), text());
        assertFalse(questions.interrupted());
    }

    @Test
    void saysWhyAValueWasRefused() {
        Diagnostic refused = Diagnostic.of(ValueCode.MISSING_VALUE, name.span(), "NAME");

        questions(types("web", ""), PAGE).ask(name, Optional.of(refused));

        // Without the hint, which is about where a value comes from.
        assertEquals(refused.message(Language.EN) + "\nNAME 名前\n", text());
    }

    @Test
    void aPersonWhoLeavesIsNotAskedAgain() {
        for (boolean byInterrupt : List.of(true, false)) {
            ParameterQuestions questions =
                    questions(new Answers("", "", Optional.of(new Person.Gone(byInterrupt))), PAGE);

            assertEquals(Optional.empty(), questions.ask(token, Optional.empty()));
            int asked = shown.size();
            assertEquals(Optional.empty(), questions.ask(name, Optional.empty()));

            assertEquals(asked, shown.size());
            assertEquals(byInterrupt, questions.interrupted());
        }
    }

    private record Answers(String line, String secret, Optional<Gone> gone) implements Person {
        @Override
        public int key(Runnable question) throws Gone {
            throw new Gone(false);
        }

        @Override
        public String line(String prompt, String initial) throws Gone {
            leave();
            return line;
        }

        @Override
        public String secret(String prompt) throws Gone {
            leave();
            return secret;
        }

        private void leave() throws Gone {
            if (gone.isPresent()) {
                throw gone.get();
            }
        }

        @Override
        public OptionalInt columns() {
            return OptionalInt.empty();
        }

        @Override
        public <T> T away(Away<T> away) throws IOException {
            return away.run();
        }

        @Override
        public void wake() {}

        @Override
        public void redraw() {}

        @Override
        public void close() {}
    }
}
