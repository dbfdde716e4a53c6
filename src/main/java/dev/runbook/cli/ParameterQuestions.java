package dev.runbook.cli;

import dev.runbook.cli.Person.Gone;
import dev.runbook.i18n.Language;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.values.Asker;
import java.util.Optional;

/** Asks a person for the values of parameters; for secrets without showing what is typed. */
final class ParameterQuestions implements Asker {
    private final Person person;
    private final RunScreen screen;
    private final RunTexts texts;
    private final Runbook shown;
    private boolean left;
    private boolean interrupted;

    /**
     * For one runbook.
     *
     * @param shown with the labels that the person reads
     */
    ParameterQuestions(Person person, RunScreen screen, RunTexts texts, Runbook shown) {
        this.person = person;
        this.screen = screen;
        this.texts = texts;
        this.shown = shown;
    }

    /** Whether the person left by Ctrl-C. */
    boolean interrupted() {
        return interrupted;
    }

    @Override
    public Optional<String> ask(Parameter parameter, Optional<Diagnostic> refused) {
        if (left) {
            return Optional.empty();
        }
        Language language = texts.language();
        refused.ifPresent(
                // Its hint is about where a value comes from: here it is simply typed again.
                why -> screen.print(texts.style().red(why.message(language)) + "\n"));
        String label = label(parameter).map(l -> " " + Terminal.clean(l)).orElse("");
        String note = parameter.secret() ? " " + texts.get("param.secret") : "";
        screen.print(
                texts.style().bold(parameter.name()) + label + texts.style().faint(note) + "\n");
        screen.flush();
        try {
            return Optional.of(parameter.secret() ? person.secret(Menu.PROMPT) : person.line(Menu.PROMPT, ""));
        } catch (Gone e) {
            left = true;
            interrupted = e.interrupted();
            screen.print("\n");
            return Optional.empty();
        }
    }

    /** In the reader's language where it is translated. */
    private Optional<String> label(Parameter parameter) {
        return shown.frontMatter().params().stream()
                .filter(p -> p.name().equals(parameter.name()))
                .findFirst()
                .flatMap(Parameter::label)
                .or(parameter::label);
    }
}
