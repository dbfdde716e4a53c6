package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Markdown, for a job summary or a comment: how many there are of what, a table of runbooks, and each step that is not
 * simply passed.
 */
public final class MarkdownResults implements ResultsReport {
    /** GitHub refuses a job summary of more than 1 MiB; in UTF-8 a character takes three bytes or fewer, but for a few. */
    private static final int MAX_CHARACTERS = 300_000;

    private static final Pattern SYNTAX = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&$]");
    private static final int MIN_FENCE = 3;

    private final ProofText words;
    private final Function<String, String> displayPath;

    /**
     * A report in one language.
     *
     * @param displayPath from a runbook's file to its path in the repository
     */
    public MarkdownResults(Language language, Function<String, String> displayPath) {
        this.words = new ProofText(language);
        this.displayPath = displayPath;
    }

    @Override
    public String render(Results results) {
        StringBuilder out = new StringBuilder("## " + words.get("summary.title") + "\n\n");
        Tally.of(results).said(words).forEach(s -> out.append(s).append('\n'));
        if (results.runbooks().isEmpty()) {
            return out.toString();
        }
        out.append('\n');
        row(out, "column.runbook", "column.result", "column.steps", "column.time", "column.place");
        out.append("|---|---|--:|--:|---|\n");
        results.runbooks().forEach(r -> row(out, r));
        int left = details(results, out);
        if (left > 0) {
            out.append('\n').append(words.get("summary.cut", left)).append('\n');
        }
        return out.toString();
    }

    private void row(StringBuilder out, String... keys) {
        for (String key : keys) {
            out.append("| ").append(words.get(key)).append(' ');
        }
        out.append("|\n");
    }

    private void row(StringBuilder out, RunbookResult runbook) {
        String label = words.label(runbook.label());
        boolean flaky = runbook.steps().stream().anyMatch(ProofText::isFlaky);
        out.append("| ")
                .append(text(runbook.id().path()))
                .append(" | ")
                .append(flaky ? words.get("flaky-runbook", label) : label)
                .append(" | ")
                .append(runbook.steps().size())
                .append(" | ")
                .append(words.seconds(runbook.duration()))
                .append(" | ")
                .append(text(words.place(runbook.setting())))
                .append(" |\n");
    }

    /** How many steps there was no room for. */
    private int details(Results results, StringBuilder out) {
        int left = 0;
        for (RunbookResult runbook : results.runbooks()) {
            StringBuilder here = new StringBuilder();
            runbook.error()
                    .ifPresent(error -> here.append("- **")
                            .append(words.label(Label.ERRORED))
                            .append("** ")
                            .append(text(words.message(error)))
                            .append("  \n  ")
                            .append(text(words.hint(error)))
                            .append('\n'));
            int steps = 0;
            for (StepProof step : runbook.steps()) {
                if (ProofText.isRemarkable(step)) {
                    step(here, displayPath.apply(runbook.file()), step);
                    steps++;
                }
            }
            if (here.isEmpty()) {
                continue;
            }
            if (out.length() + here.length() > MAX_CHARACTERS) {
                left += Math.max(1, steps);
            } else {
                out.append("\n### ")
                        .append(text(runbook.id().path()))
                        .append("\n\n")
                        .append(here);
            }
        }
        return left;
    }

    private void step(StringBuilder out, String file, StepProof step) {
        out.append("- **").append(words.label(step.label())).append("** ");
        out.append(text(step.step()))
                .append(" (")
                .append(text(file + ":" + step.line()))
                .append(')');
        String remark = words.remark(step);
        if (!remark.isEmpty()) {
            out.append(": ").append(text(remark));
        }
        step.why().ifPresent(why -> out.append("  \n  ").append(text(words.hint(why))));
        out.append('\n');
        String diff = words.diff(step);
        if (!diff.isEmpty()) {
            String fence = "`".repeat(longestRun(diff) + 1);
            out.append("\n  ").append(fence).append("diff\n");
            diff.lines().forEach(l -> out.append("  ").append(l).append('\n'));
            out.append("  ").append(fence).append("\n\n");
        }
    }

    /** At least one less than a fence has. */
    private static int longestRun(String text) {
        int longest = MIN_FENCE - 1;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** One line that says nothing but itself. */
    private static String text(String text) {
        return SYNTAX.matcher(SafeText.line(text)).replaceAll("\\\\$0");
    }
}
