package dev.runbook.check;

import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import java.util.List;

/**
 * Which step of a translation is which of the original: by written id; between those by position where there are as many,
 * else first by equal code and then by position.
 *
 * @param missing steps of the original that the translation lacks
 * @param extra steps of the translation that the original lacks
 */
public record StepPairs(List<Pair> pairs, List<Step> missing, List<Step> extra) {
    public StepPairs {
        pairs = List.copyOf(pairs);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    /** A step and its translation. */
    public record Pair(Step original, Step translated) {}

    /** Pairs the steps of a page and its translation, code blocks and manual steps apart. */
    public static StepPairs of(Runbook original, Runbook translation) {
        StepMatcher matcher = new StepMatcher();
        matcher.match(Blocks.annotated(original.steps()), Blocks.annotated(translation.steps()));
        matcher.match(Blocks.manual(original.steps()), Blocks.manual(translation.steps()));
        return matcher.found();
    }
}
