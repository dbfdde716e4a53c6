package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.outcome.Output;
import dev.runbook.results.Label;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Results in one language's words. All texts are {@link SafeText}. */
final class ProofText {
    private final Language language;
    private final Messages messages;
    private final DiffText diff;

    ProofText(Language language) {
        this.language = language;
        this.messages = Messages.of(ProofText.class, "results", language);
        this.diff = new DiffText(messages);
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    String label(Label label) {
        return messages.get("label." + label.name().toLowerCase(Locale.ROOT));
    }

    /** Whether it held, and not at the first try. */
    static boolean isFlaky(StepProof step) {
        return step.tries() > 1 && (step.label() == Label.PASSED || step.label() == Label.STUBBED);
    }

    /** Whether a reader should know of it. */
    static boolean isRemarkable(StepProof step) {
        return step.label() != Label.PASSED || step.tries() > 1;
    }

    /** What is to be said of a step beside its label, in one line; empty where there is nothing. */
    String remark(StepProof step) {
        List<String> said = new ArrayList<>();
        step.why().ifPresent(why -> said.add(message(why)));
        String note = SafeText.line(step.note());
        if (step.label() == Label.STUBBED) {
            said.add(note.isEmpty() ? messages.get("stubs.unnamed") : messages.get("stubs", note));
        } else if (!note.isEmpty()) {
            said.add(note);
        }
        if (step.tries() > 1) {
            said.add(tries(step));
        }
        return String.join(messages.get("and"), said);
    }

    /** How often it was tried, in words. */
    String tries(StepProof step) {
        return messages.get(isFlaky(step) ? "flaky" : "tried", step.tries());
    }

    /** What is wrong with a step in full: message, hint, diff; each line with its newline. */
    String details(StepProof step) {
        StringBuilder out = new StringBuilder();
        step.why().ifPresent(why -> out.append(details(why)));
        step.mismatch().ifPresent(mismatch -> out.append(diff.of(mismatch)));
        return out.toString();
    }

    /** A diagnostic's message and hint. */
    String details(Diagnostic diagnostic) {
        return SafeText.of(diagnostic.message(language)) + "\n" + hint(diagnostic) + "\n";
    }

    String message(Diagnostic diagnostic) {
        return SafeText.line(diagnostic.message(language));
    }

    /** The hint, and that it is one. */
    String hint(Diagnostic diagnostic) {
        return messages.get("hint", plainHint(diagnostic));
    }

    String plainHint(Diagnostic diagnostic) {
        return SafeText.line(diagnostic.hint(language));
    }

    String diff(StepProof step) {
        return step.mismatch().map(diff::of).orElse("");
    }

    /** All that a step wrote. */
    String outputs(StepProof step) {
        StringBuilder out = new StringBuilder();
        for (Output output : step.outputs()) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
            out.append(SafeText.of(output, messages.get("dropped", output.dropped())));
        }
        return out.toString();
    }

    /** The environment, and whether it is only like the one that it is named after. */
    String place(Setting setting) {
        String name = SafeText.line(setting.environment());
        return setting.standIn() ? messages.get("stand-in", name, SafeText.line(setting.image())) : name;
    }

    String seconds(Duration duration) {
        double seconds = duration.toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
        return messages.get("seconds", String.format(Locale.ROOT, "%.1f", seconds));
    }
}
