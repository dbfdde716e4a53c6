package dev.runbook.cli;

import dev.runbook.model.Block;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.HashMap;
import java.util.Map;

/**
 * A block as text for a terminal, with an empty line before it. Code stands at the first column between rules, not in a
 * box: so it can be selected and pasted.
 */
final class BlockPrinter implements Block.Visitor<String> {
    private static final int DEFAULT_COLUMNS = 80;

    private final Runbook original;
    private final boolean stepsOnly;
    private final Style style;
    private final StepPrinter steps;
    /** What another program reads keeps the lines that the author wrote. */
    private final boolean folded;

    private final Map<StepId, Integer> numbers = new HashMap<>();

    /**
     * For the blocks of one runbook.
     *
     * @param original which has the facts, also where a translation is printed
     */
    BlockPrinter(Invocation invocation, Runbook original, boolean stepsOnly) {
        this.original = original;
        this.stepsOnly = stepsOnly;
        this.style = invocation.style();
        int columns = invocation.host().columns().orElse(DEFAULT_COLUMNS);
        this.folded = invocation.host().outIsTerminal();
        this.steps = new StepPrinter(invocation.texts(), style, columns);
        original.steps().forEach(step -> numbers.put(step.id(), numbers.size() + 1));
    }

    @Override
    public String prose(Prose prose) {
        if (stepsOnly) {
            return "";
        }
        return folded ? steps.prose(prose.markdown()) : MarkdownText.of(prose.markdown(), style);
    }

    @Override
    public String listing(Listing listing) {
        return stepsOnly
                ? ""
                : "\n" + steps.rule("") + CodeText.of(listing.language(), listing.code(), style) + steps.rule("");
    }

    @Override
    public String step(Step step) {
        int number = numbers.getOrDefault(step.id(), 0);
        if (step.isManual()) {
            return "\n" + steps.task(number, step.action().code());
        }
        String user = step.options()
                .user()
                .or(() -> original.frontMatter().user().map(located -> located.value()))
                .orElse("");
        return "\n" + steps.whole(step, number, user, step.action().code());
    }
}
