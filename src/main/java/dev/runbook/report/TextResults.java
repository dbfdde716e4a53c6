package dev.runbook.report;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** For a terminal: a line a runbook, below it each step that is not simply passed, and a sum at the end. */
public final class TextResults implements ResultsReport {
    private static final String GAP = "  ";
    private static final int NUMBERS_FROM = 2;
    private static final int NUMBERS_TO = 3;

    private final ProofText words;
    private final boolean colour;
    private final Function<String, String> displayPath;

    /**
     * A report in one language.
     *
     * @param colour whether ANSI colours may be used
     * @param displayPath from a runbook's file to the path that the reader can open
     */
    public TextResults(Language language, boolean colour, Function<String, String> displayPath) {
        this.words = new ProofText(language);
        this.colour = colour;
        this.displayPath = displayPath;
    }

    @Override
    public String render(Results results) {
        StringBuilder out = new StringBuilder();
        List<List<String>> rows = rows(results);
        int[] widths = widths(rows);
        if (!results.runbooks().isEmpty()) {
            out.append(paint("2", line(rows.get(0), widths))).append('\n');
        }
        for (int i = 0; i < results.runbooks().size(); i++) {
            RunbookResult runbook = results.runbooks().get(i);
            out.append(paint(colourOf(runbook.label()), line(rows.get(i + 1), widths)))
                    .append('\n');
            runbook.error().ifPresent(error -> indented(out, words.details(error)));
            String file = displayPath.apply(runbook.file());
            runbook.steps().stream().filter(ProofText::isRemarkable).forEach(s -> step(out, file, s));
        }
        out.append(results.runbooks().isEmpty() ? "" : "\n");
        Tally.of(results).said(words).forEach(s -> out.append(s).append('\n'));
        return out.toString();
    }

    private List<List<String>> rows(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("column.runbook"),
                words.get("column.result"),
                words.get("column.steps"),
                words.get("column.time"),
                words.get("column.place")));
        for (RunbookResult runbook : results.runbooks()) {
            String label = words.label(runbook.label());
            boolean flaky = runbook.steps().stream().anyMatch(ProofText::isFlaky);
            rows.add(List.of(
                    SafeText.line(runbook.id().path()),
                    flaky ? words.get("flaky-runbook", label) : label,
                    String.valueOf(runbook.steps().size()),
                    words.seconds(runbook.duration()),
                    words.place(runbook.setting())));
        }
        return rows;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String filler = " ".repeat(widths[i] - DisplayWidth.of(row.get(i)));
            boolean number = i >= NUMBERS_FROM && i <= NUMBERS_TO;
            out.append(i == 0 ? "" : GAP).append(number ? filler + row.get(i) : row.get(i) + filler);
        }
        return out.toString().stripTrailing();
    }

    private void step(StringBuilder out, String file, StepProof step) {
        out.append(GAP)
                .append(paint(colourOf(step.label()), words.label(step.label())))
                .append(GAP)
                .append(SafeText.line(step.step()))
                .append(GAP)
                .append(SafeText.line(file))
                .append(':')
                .append(step.line())
                .append('\n');
        String remark = words.remark(step);
        if (!remark.isEmpty()) {
            indented(out, remark);
        }
        step.why().ifPresent(why -> indented(out, words.hint(why)));
        indented(out, words.diff(step));
    }

    private static void indented(StringBuilder out, String text) {
        text.lines().forEach(l -> out.append(GAP).append(GAP).append(l).append('\n'));
    }

    private static String colourOf(Label label) {
        return switch (label) {
            case PASSED -> "32";
            case FAILED, ERRORED -> "1;31";
            case STUBBED, MANUAL, SKIPPED -> "33";
        };
    }

    private String paint(String sgr, String text) {
        return colour ? "\u001b[" + sgr + "m" + text + "\u001b[0m" : text;
    }
}
