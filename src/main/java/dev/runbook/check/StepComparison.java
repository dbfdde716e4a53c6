package dev.runbook.check;

import dev.runbook.check.StepPairs.Pair;
import dev.runbook.model.Expectation;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that a translation holds the original's procedure: the same steps with the same code and attributes. */
final class StepComparison {
    private final Runbook original;
    private final Runbook translation;
    private final Findings findings;
    private final StepPairs steps;
    private final Map<StepId, StepId> originalIds = new HashMap<>();

    StepComparison(Runbook original, Runbook translation, Findings findings) {
        this.original = original;
        this.translation = translation;
        this.findings = findings;
        this.steps = StepPairs.of(original, translation);
    }

    void check() {
        for (Pair pair : steps.pairs()) {
            originalIds.put(pair.translated().id(), pair.original().id());
        }
        for (Pair pair : steps.pairs()) {
            if (!pair.original().isManual()) {
                compare(pair.original(), pair.translated());
            }
        }
        for (Step missing : Blocks.annotated(steps.missing())) {
            findings.add(CheckCode.MISSING_BLOCK, place(missing), missing.id().name(), missing.span());
        }
        for (Step extra : Blocks.annotated(steps.extra())) {
            findings.add(CheckCode.EXTRA_BLOCK, fence(extra), original.source().name());
        }
        if (Blocks.manual(steps.missing()).size() + Blocks.manual(steps.extra()).size() > 0) {
            manualSteps();
        }
    }

    private void manualSteps() {
        List<Step> originals = Blocks.manual(original.steps());
        List<Step> translated = Blocks.manual(translation.steps());
        Span span = translated.size() > originals.size()
                ? translated.get(originals.size()).span()
                : place(originals.get(translated.size()));
        findings.add(
                CheckCode.MANUAL_STEPS_DIFFER,
                span,
                translated.size(),
                originals.size(),
                original.source().name());
    }

    private void compare(Step one, Step other) {
        boolean sameId = one.explicitId() == other.explicitId()
                && (!one.explicitId() || one.id().name().equals(other.id().name()));
        if (!sameId) {
            findings.add(CheckCode.BLOCK_ID_DIFFERS, fence(other), info(one), info(other), one.span());
        } else if (!StepFacts.of(one).equals(StepFacts.of(other)) || !sameUndone(one, other)) {
            findings.add(CheckCode.BLOCK_ATTRIBUTES_DIFFER, fence(other), info(one), info(other), one.span());
        }
        compareCode(one, other);
        compareOutput(one, other);
    }

    private boolean sameUndone(Step one, Step other) {
        return one.undoes().equals(other.undoes().map(id -> originalIds.getOrDefault(id, id)));
    }

    private void compareCode(Step one, Step other) {
        if (one.action().code().equals(other.action().code())) {
            return;
        }
        List<String> lines = one.action().code().lines().toList();
        List<String> own = other.action().code().lines().toList();
        int same = 0;
        while (same < lines.size() && same < own.size() && lines.get(same).equals(own.get(same))) {
            same++;
        }
        int line = other.codeSpan().startLine() + same;
        if (same < lines.size()) {
            String place = original.source().name() + ":" + (one.codeSpan().startLine() + same);
            findings.add(CheckCode.CODE_DIFFERS, lineSpan(line, other), lines.get(same), place);
        } else if (same < own.size()) {
            findings.add(CheckCode.EXTRA_CODE, lineSpan(line, other), one.span());
        }
    }

    private void compareOutput(Step one, Step other) {
        Optional<Expectation> expected = one.expectation();
        if (!expected.map(OutputFacts::of).equals(other.expectation().map(OutputFacts::of))) {
            Span span = other.expectation().map(Expectation::span).orElseGet(() -> fence(other));
            findings.add(
                    CheckCode.OUTPUT_DIFFERS,
                    span,
                    expected.map(Expectation::span).orElse(one.span()));
        }
    }

    private record OutputFacts(List<String> lines, String status, Expectation.Stream stream) {
        static OutputFacts of(Expectation expectation) {
            return new OutputFacts(
                    expectation.lines().stream().map(Expectation.Line::source).toList(),
                    expectation.exitStatus().toString(),
                    expectation.stream());
        }
    }

    /** Where a step that is missing should be: under the heading that translates its own. */
    private Span place(Step missing) {
        return SectionPair.of(original, translation).stream()
                .filter(p -> p.original().steps().contains(missing))
                .map(p -> p.translated().span())
                .findFirst()
                .orElseGet(() -> Span.startOf(translation.source().name()));
    }

    private Span fence(Step step) {
        return translation.source().lineSpan(step.span().startLine());
    }

    private Span lineSpan(int line, Step step) {
        return translation.source().lineSpan(Math.min(line, step.span().endLine()));
    }

    private static String info(Step step) {
        return step.action().language() + " " + step.info();
    }
}
