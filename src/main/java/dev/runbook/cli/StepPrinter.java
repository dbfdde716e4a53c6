package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Messages;
import dev.runbook.model.Expectation;
import dev.runbook.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step as text for a terminal. Code stands at the first column between rules, not in a box: so it can be selected and
 * pasted.
 */
final class StepPrinter {
    private static final int MAX_COLUMNS = 100;

    private final Messages texts;
    private final Style style;
    private final int width;

    /**
     * A printer for one reader.
     *
     * @param columns the terminal's width in cells
     */
    StepPrinter(Messages texts, Style style, int columns) {
        this.texts = texts;
        this.style = style;
        this.width = Math.min(MAX_COLUMNS, columns);
    }

    /**
     * The step with all of what it expects.
     *
     * @param user empty where it is not known
     * @param code as it is to be read
     */
    String whole(Step step, int number, String user, String code) {
        return head(step, number, user)
                + body(step, code)
                + (step.isManual() ? "" : expected(step, all(step)) + rule(""));
    }

    /**
     * The step with the beginning of what it expects.
     *
     * @param lines how many lines of it at most
     */
    String folded(Step step, int number, String user, String code, int lines) {
        int all = all(step);
        // A line that says how many are left out takes as much room as the line itself.
        int shown = all <= lines + 1 ? all : lines;
        return head(step, number, user) + body(step, code) + (step.isManual() ? "" : expected(step, shown) + rule(""));
    }

    /** A manual step: a box to tick, its number, and what is to be done. */
    String task(int number, String markdown) {
        String text = MarkdownText.of(markdown, style).strip();
        return FoldedText.of("[ ] " + number + " " + text, width).replaceFirst("^\\[ ] \\d+", style.cyan("$0")) + "\n";
    }

    /** Text between steps, with one empty line before it, or nothing where there is nothing. */
    String prose(String markdown) {
        return FoldedText.of(MarkdownText.of(markdown, style), width);
    }

    /** What the step expects, alone. */
    String expectation(Step step) {
        return expected(step, all(step)) + rule("");
    }

    /** Number, role, who and what: on a line of its own. */
    String rule(Step step, int number, String user) {
        return rule(label(step, number, user));
    }

    /** The same without a line. */
    String label(Step step, int number, String user) {
        List<String> words = new ArrayList<>();
        words.add(number + " " + texts.get("show.role." + step.role().name().toLowerCase(Locale.ROOT)));
        words.addAll(step.action().accept(new StepSubject(user)));
        words.add("#" + step.id().name());
        step.undoes().ifPresent(undone -> words.add("↩ #" + undone.name()));
        return Terminal.clean(String.join(" · ", words));
    }

    private String head(Step step, int number, String user) {
        if (step.isManual()) {
            return "";
        }
        StringBuilder out = new StringBuilder(rule(step, number, user));
        step.options()
                .danger()
                .ifPresent(danger ->
                        out.append(style.red("! " + Terminal.clean(danger))).append('\n'));
        return out.toString();
    }

    private String body(Step step, String code) {
        return CodeText.of(step.action().language(), code, style);
    }

    private static int all(Step step) {
        return step.expectation().map(e -> e.lines().size()).orElse(0);
    }

    private String expected(Step step, int shown) {
        if (step.expectation().isEmpty()) {
            return "";
        }
        List<Expectation.Line> lines = step.expectation().get().lines();
        StringBuilder out = new StringBuilder(rule(texts.get("show.expected")));
        for (Expectation.Line line : lines.subList(0, shown)) {
            out.append(style.green(Terminal.clean(line.source()))).append('\n');
        }
        if (shown < lines.size()) {
            out.append(style.faint(texts.get("show.expected.more", lines.size() - shown)))
                    .append('\n');
        }
        return out.toString();
    }

    /** A line across the text with a label in it. */
    String rule(String label) {
        String fitted = Cells.cut(label, Math.max(1, width - 6));
        String text = fitted.isEmpty() ? "" : "── " + fitted + " ";
        return style.cyan(text + "─".repeat(Math.max(2, width - DisplayWidth.of(text)))) + "\n";
    }
}
