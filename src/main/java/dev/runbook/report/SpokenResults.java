package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Results one by one in a reader's words, for reports that others make: a message each, without colours. */
public final class SpokenResults {
    /** Of a long output its end says why the step did not hold. */
    private static final int LINES = 40;

    private final ProofText words;
    private final DiagnosticPrinter printer;

    /**
     * Words of one language.
     *
     * @param printer of the same language, without colours
     */
    public SpokenResults(Language language, DiagnosticPrinter printer) {
        this.words = new ProofText(language);
        this.printer = printer;
    }

    /** What is wrong with a step: place, message, the source line, a hint, and the difference or what it wrote. */
    public String problem(StepProof step) {
        StringBuilder out = new StringBuilder();
        step.why().ifPresent(why -> out.append(problem(why)));
        out.append(words.diff(step));
        if (step.mismatch().isEmpty()) {
            List<String> lines = words.outputs(step).lines().toList();
            lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                    .forEach(line -> out.append(line).append('\n'));
        }
        return out.toString().stripTrailing();
    }

    /** As above, of what no step is to blame for. */
    public String problem(Diagnostic why) {
        return SafeText.of(printer.print(why));
    }

    /** Why a step was not run, in one line. */
    public String reason(StepProof step) {
        String key = step.label() == Label.MANUAL ? "manual" : "skipped";
        String remark = words.remark(step);
        return remark.isEmpty() ? words.get(key) : words.get(key) + " (" + remark + ")";
    }

    /** What is to be said of a step that holds, in one line; empty where there is nothing. */
    public String remark(StepProof step) {
        return words.remark(step);
    }

    /** The environment, and whether it is only like the one that it is named after. */
    public String place(Setting setting) {
        return words.place(setting);
    }

    /** How many runbooks and steps came to what; a sentence each. */
    public List<String> sums(Results results) {
        return Tally.of(results).said(words);
    }

    /** What should have been written: lines as they came where they were right. */
    public static String expected(Mismatch mismatch) {
        return lines(mismatch, EnumSet.of(Kind.MATCHED, Kind.MISSING));
    }

    /** What was written. */
    public static String written(Mismatch mismatch) {
        return lines(mismatch, EnumSet.of(Kind.MATCHED, Kind.UNEXPECTED));
    }

    private static String lines(Mismatch mismatch, Set<Kind> kinds) {
        return mismatch.lines().stream()
                .filter(line -> kinds.contains(line.kind()))
                .map(line -> SafeText.of(line.text()))
                .collect(Collectors.joining("\n"));
    }
}
