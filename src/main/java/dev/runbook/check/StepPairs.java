package dev.runbook.check;

import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which step of a translation is which of the original: by written id; between those by position where there are as many,
 * else first by equal code and then by position.
 *
 * @param missing steps of the original that the translation lacks
 * @param extra steps of the translation that the original lacks
 */
record StepPairs(List<Pair> pairs, List<Step> missing, List<Step> extra) {
    /** A step and its translation. */
    record Pair(Step original, Step translated) {}

    static StepPairs of(Runbook original, Runbook translation) {
        List<Step> originals = original.steps();
        List<Step> translated = translation.steps();
        StepPairs found = new StepPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        found.match(Blocks.annotated(originals), Blocks.annotated(translated));
        found.match(Blocks.manual(originals), Blocks.manual(translated));
        return found;
    }

    private void match(List<Step> originals, List<Step> translated) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < originals.size(); i++) {
            if (originals.get(i).explicitId()) {
                places.put(originals.get(i).id().name(), i);
            }
        }
        int nextOriginal = 0;
        int nextTranslated = 0;
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < translated.size(); i++) {
            Step step = translated.get(i);
            int place = step.explicitId() ? places.getOrDefault(step.id().name(), -1) : -1;
            if (place >= nextOriginal && taken.add(place)) {
                between(originals.subList(nextOriginal, place), translated.subList(nextTranslated, i));
                pairs.add(new Pair(originals.get(place), step));
                nextOriginal = place + 1;
                nextTranslated = i + 1;
            }
        }
        between(
                originals.subList(nextOriginal, originals.size()),
                translated.subList(nextTranslated, translated.size()));
    }

    private void between(List<Step> originals, List<Step> translated) {
        List<Step> left = new ArrayList<>(originals);
        List<Step> right = new ArrayList<>(translated);
        if (left.size() != right.size()) {
            pair(left, right, (a, b) -> a.action().code().equals(b.action().code()));
        }
        pair(left, right, (a, b) -> true);
        missing.addAll(left);
        extra.addAll(right);
    }

    /** Pairs in order what fits, and takes it out of both lists. */
    private void pair(List<Step> left, List<Step> right, BiPredicate<Step, Step> fits) {
        List<Step> leftOver = new ArrayList<>();
        int from = 0;
        for (Step step : left) {
            int found = from;
            while (found < right.size() && !fits.test(step, right.get(found))) {
                found++;
            }
            if (found < right.size()) {
                pairs.add(new Pair(step, right.remove(found)));
                from = found;
            } else {
                leftOver.add(step);
            }
        }
        left.clear();
        left.addAll(leftOver);
    }
}
