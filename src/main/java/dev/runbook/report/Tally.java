package dev.runbook.report;

import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.StepProof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many there are of what.
 *
 * @param flaky steps that held, and not at the first try
 */
record Tally(Map<Label, Integer> runbooks, Map<Label, Integer> steps, int flaky) {
    static Tally of(Results results) {
        Map<Label, Integer> runbooks = new EnumMap<>(Label.class);
        Map<Label, Integer> steps = new EnumMap<>(Label.class);
        int flaky = 0;
        for (RunbookResult runbook : results.runbooks()) {
            runbooks.merge(runbook.label(), 1, Integer::sum);
            for (StepProof step : runbook.steps()) {
                steps.merge(step.label(), 1, Integer::sum);
                flaky += ProofText.isFlaky(step) ? 1 : 0;
            }
        }
        return new Tally(runbooks, steps, flaky);
    }

    /** A sentence each for runbooks and steps, and one for flaky steps where there are some. */
    List<String> said(ProofText words) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.get("sum", words.get("sum.runbooks"), counts(runbooks, words)));
        sentences.add(words.get("sum", words.get("sum.steps"), counts(steps, words)));
        if (flaky > 0) {
            sentences.add(words.get("sum.flaky", flaky));
        }
        return sentences;
    }

    private static String counts(Map<Label, Integer> counts, ProofText words) {
        if (counts.isEmpty()) {
            return words.get("sum.none");
        }
        List<String> parts = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(e -> words.get("sum.count", e.getValue(), words.label(e.getKey())))
                .toList();
        return String.join(words.get("sum.comma"), parts);
    }
}
