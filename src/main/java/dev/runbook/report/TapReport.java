package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * TAP 14, the Test Anything Protocol: a runbook is a subtest, a step a test point, what did not hold a YAML diagnostic. What
 * TAP has no word for is in the diagnostic's {@code label} and {@code tries}.
 */
public final class TapReport implements ResultsReport {
    private static final String INDENT = "    ";

    private final ProofText words;
    private final Function<String, String> displayPath;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from a runbook's file to its path in the repository
     */
    public TapReport(Language language, Function<String, String> displayPath) {
        this.words = new ProofText(language);
        this.displayPath = displayPath;
    }

    @Override
    public String render(Results results) {
        StringBuilder out = new StringBuilder("TAP version 14\n");
        out.append("1..").append(results.runbooks().size()).append('\n');
        int number = 0;
        for (RunbookResult runbook : results.runbooks()) {
            subtest(out, runbook);
            point(out, "", holds(runbook.label()), ++number, runbook.id().path(), "");
            diagnostic(out, "", runbook);
        }
        return out.toString();
    }

    private void subtest(StringBuilder out, RunbookResult runbook) {
        out.append("# Subtest: ").append(description(runbook.id().path())).append('\n');
        List<StepProof> steps = runbook.steps();
        if (steps.isEmpty()) {
            out.append(INDENT).append("1..0 # SKIP\n");
            return;
        }
        out.append(INDENT).append("1..").append(steps.size()).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            StepProof step = steps.get(i);
            point(out, INDENT, holds(step.label()), i + 1, step.step(), directive(step));
            if (ProofText.isRemarkable(step)) {
                diagnostic(out, runbook, step);
            }
        }
    }

    private static boolean holds(Label label) {
        return label != Label.FAILED && label != Label.ERRORED;
    }

    private String directive(StepProof step) {
        return switch (step.label()) {
            case MANUAL -> " # SKIP " + description(words.get("manual"));
            case SKIPPED -> " # SKIP " + description(words.remark(step));
            case PASSED, STUBBED, ERRORED, FAILED -> "";
        };
    }

    private static void point(
            StringBuilder out, String indent, boolean holds, int number, String name, String directive) {
        out.append(indent)
                .append(holds ? "ok " : "not ok ")
                .append(number)
                .append(" - ")
                .append(description(name))
                .append(directive.stripTrailing())
                .append('\n');
    }

    private void diagnostic(StringBuilder out, RunbookResult runbook, StepProof step) {
        Yaml yaml = new Yaml(out, INDENT + "  ");
        yaml.value("label", word(step.label()));
        String remark = words.remark(step);
        if (!remark.isEmpty()) {
            yaml.value("message", remark);
        }
        step.why().ifPresent(why -> {
            yaml.value("code", why.code().id());
            yaml.value("hint", words.plainHint(why));
        });
        yaml.value("file", displayPath.apply(runbook.file()));
        yaml.number("line", step.line());
        yaml.number("duration_ms", step.duration().toMillis());
        if (step.tries() > 1) {
            yaml.number("tries", step.tries());
        }
        yaml.block("diff", words.diff(step));
        if (!holds(step.label())) {
            yaml.block("output", words.outputs(step));
        }
        yaml.end();
    }

    private void diagnostic(StringBuilder out, String indent, RunbookResult runbook) {
        Yaml yaml = new Yaml(out, indent + "  ");
        yaml.value("label", word(runbook.label()));
        Optional<Diagnostic> error = runbook.error();
        error.ifPresent(why -> {
            yaml.value("message", words.message(why));
            yaml.value("code", why.code().id());
            yaml.value("hint", words.plainHint(why));
        });
        yaml.value("file", displayPath.apply(runbook.file()));
        yaml.value("environment", words.place(runbook.setting()));
        yaml.value("started", runbook.started().toString());
        yaml.number("duration_ms", runbook.duration().toMillis());
        yaml.end();
    }

    private static String description(String text) {
        return SafeText.line(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    /** A YAML diagnostic. A JSON string is a YAML string too. */
    private record Yaml(StringBuilder out, String indent) {
        Yaml {
            out.append(indent).append("---\n");
        }

        void value(String name, String value) {
            line(name + ": " + Json.compact(SafeText.of(value)));
        }

        void number(String name, long value) {
            line(name + ": " + value);
        }

        /** A text of several lines. The indentation is named, since the text may begin with spaces. */
        void block(String name, String text) {
            if (!text.isEmpty()) {
                line(name + (text.endsWith("\n") ? ": |2" : ": |2-"));
                SafeText.of(text).lines().forEach(l -> line("  " + l));
            }
        }

        private void line(String text) {
            out.append(indent).append(text).append('\n');
        }

        void end() {
            line("...");
        }
    }
}
