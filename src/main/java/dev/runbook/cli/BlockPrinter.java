package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.model.Block;
import dev.runbook.model.Expectation;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A block as text for a terminal, with an empty line before it. Code stands at the first column between rules, not in a
 * box: so it can be selected and pasted.
 */
final class BlockPrinter implements Block.Visitor<String> {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int MAX_COLUMNS = 100;

    private final Invocation invocation;
    private final Runbook original;
    private final boolean stepsOnly;
    private final Style style;
    private final int width;
    private final Map<StepId, Integer> numbers = new HashMap<>();

    /**
     * For the blocks of one runbook.
     *
     * @param original which has the facts, also where a translation is printed
     */
    BlockPrinter(Invocation invocation, Runbook original, boolean stepsOnly) {
        this.invocation = invocation;
        this.original = original;
        this.stepsOnly = stepsOnly;
        this.style = invocation.style();
        this.width = Math.min(MAX_COLUMNS, invocation.host().columns().orElse(DEFAULT_COLUMNS));
        original.steps().forEach(step -> numbers.put(step.id(), numbers.size() + 1));
    }

    @Override
    public String prose(Prose prose) {
        return stepsOnly ? "" : MarkdownText.of(prose.markdown(), style);
    }

    @Override
    public String listing(Listing listing) {
        return stepsOnly ? "" : "\n" + rule("") + CodeText.of(listing.language(), listing.code(), style) + rule("");
    }

    @Override
    public String step(Step step) {
        if (step.isManual()) {
            String text = MarkdownText.of(step.action().code(), style).strip();
            return "\n" + style.cyan("[ ] " + number(step)) + " " + text + "\n";
        }
        StringBuilder out = new StringBuilder("\n").append(rule(label(step)));
        step.options()
                .danger()
                .ifPresent(danger ->
                        out.append(style.red("! " + Terminal.clean(danger))).append('\n'));
        out.append(CodeText.of(step.action().language(), step.action().code(), style));
        step.expectation().ifPresent(expectation -> appendExpected(out, expectation));
        return out.append(rule("")).toString();
    }

    private void appendExpected(StringBuilder out, Expectation expectation) {
        out.append(rule(invocation.text("show.expected")));
        for (Expectation.Line line : expectation.lines()) {
            out.append(style.green(Terminal.clean(line.source()))).append('\n');
        }
    }

    private int number(Step step) {
        return numbers.getOrDefault(step.id(), 0);
    }

    /** Number, role, user, file and name. */
    private String label(Step step) {
        List<String> words = new ArrayList<>();
        String role = invocation.text("show.role." + step.role().name().toLowerCase(Locale.ROOT));
        words.add(number(step) + " " + role);
        String user = step.options()
                .user()
                .or(() -> original.frontMatter().user().map(located -> located.value()))
                .orElse("");
        words.addAll(step.action().accept(new StepSubject(user)));
        words.add("#" + step.id().name());
        step.undoes().ifPresent(undone -> words.add("↩ #" + undone.name()));
        return Terminal.clean(String.join(" · ", words));
    }

    private String rule(String label) {
        String text = label.isEmpty() ? "" : "── " + label + " ";
        return style.cyan(text + "─".repeat(Math.max(2, width - DisplayWidth.of(text)))) + "\n";
    }
}
