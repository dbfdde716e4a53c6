package dev.runbook.check;

import dev.runbook.check.StepPairs.Pair;
import dev.runbook.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Makes {@link StepPairs}. */
final class StepMatcher {
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Step> missing = new ArrayList<>();
    private final List<Step> extra = new ArrayList<>();

    StepPairs found() {
        return new StepPairs(pairs, missing, extra);
    }

    void match(List<Step> originals, List<Step> translated) {
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
