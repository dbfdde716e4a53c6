package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Action;
import dev.runbook.model.StepOptions;
import dev.runbook.site.view.Part.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a step is run, where that is not as always, in words. */
final class StepFacts {
    private final Theme theme;
    private final Language language;
    private final List<Fact> facts = new ArrayList<>();

    private StepFacts(Theme theme, Language language) {
        this.theme = theme;
        this.language = language;
    }

    static List<Fact> of(StepOptions options, Action action, Theme theme, Language language) {
        StepFacts facts = new StepFacts(theme, language);
        facts.options(options);
        action.accept(facts.new OfAction());
        return facts.facts;
    }

    private void options(StepOptions options) {
        if (!options.timeout().equals(StepOptions.DEFAULT_TIMEOUT)) {
            add("timeout", words(options.timeout()));
        }
        options.retry().ifPresent(r -> add("retry", r.times() + " × " + words(r.interval())));
        options.cwd().ifPresent(cwd -> add("cwd", cwd));
        options.shell().ifPresent(shell -> add("shell", shell));
        if (options.interactive()) {
            add("interactive", theme.text(language, "option.interactive.yes"));
        }
        if (options.once()) {
            add("once", theme.text(language, "option.once.yes"));
        }
        if (!options.needs().isEmpty()) {
            add("needs", String.join(", ", options.needs()));
        }
    }

    private void add(String option, String value) {
        facts.add(new Fact(theme.text(language, "option." + option), value));
    }

    private void add(String option, Optional<String> value) {
        value.ifPresent(v -> add(option, v));
    }

    /** As an author writes it: {@code 1h30m}, {@code 90s} as {@code 1m30s}, {@code 500ms}. */
    static String words(Duration duration) {
        StringBuilder out = new StringBuilder();
        append(out, duration.toHours(), "h");
        append(out, duration.toMinutesPart(), "m");
        append(out, duration.toSecondsPart(), "s");
        append(out, duration.toMillisPart(), "ms");
        return out.isEmpty() ? "0s" : out.toString();
    }

    private static void append(StringBuilder out, long amount, String unit) {
        if (amount > 0) {
            out.append(amount).append(unit);
        }
    }

    /** What only some kinds of action have. */
    private final class OfAction implements Action.Visitor<Boolean> {
        @Override
        public Boolean script(Action.Script script) {
            return false;
        }

        @Override
        public Boolean console(Action.Console console) {
            return false;
        }

        @Override
        public Boolean sql(Action.Sql sql) {
            add("db", sql.database());
            return true;
        }

        @Override
        public Boolean file(Action.FileContent file) {
            add("owner", file.owner());
            add("mode", file.mode());
            return true;
        }

        @Override
        public Boolean patch(Action.Patch patch) {
            return false;
        }

        @Override
        public Boolean manual(Action.Manual manual) {
            return false;
        }
    }
}
