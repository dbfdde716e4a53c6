package dev.runbook.results;

import dev.runbook.i18n.Language;
import dev.runbook.outcome.OutcomeWriter;
import dev.runbook.source.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as plain values, keys in the order in which they are written. */
final class ResultsFields {
    /** English messages go with the findings: for people and programs that do not have this one's texts. */
    private static final OutcomeWriter OUTCOMES = OutcomeWriter.withMessages(Language.EN);

    private ResultsFields() {}

    static Map<String, Object> of(Results results) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", ResultsJson.VERSION);
        fields.put("tool", results.tool());
        fields.put(
                "runbooks",
                results.runbooks().stream().map(ResultsFields::runbook).toList());
        return fields;
    }

    private static Map<String, Object> runbook(RunbookResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", result.id());
        fields.put("file", result.file());
        // For readers of the file alone: it follows from the steps.
        fields.put("label", word(result.label()));
        fields.put("digest", result.digest());
        result.commit().ifPresent(commit -> fields.put("commit", commit));
        fields.put("setting", setting(result.setting()));
        fields.put("started", result.started());
        fields.put("durationMillis", result.duration().toMillis());
        result.error().ifPresent(error -> fields.put("error", finding(error)));
        fields.put("steps", result.steps().stream().map(ResultsFields::step).toList());
        return fields;
    }

    private static Map<String, Object> setting(Setting setting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("environment", setting.environment());
        fields.put("image", setting.image());
        fields.put("imageDigest", setting.imageDigest());
        fields.put("standIn", setting.standIn());
        fields.put("packages", setting.packages());
        fields.put("basis", setting.basis());
        return fields;
    }

    private static Map<String, Object> step(StepProof step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step.step());
        fields.put("line", step.line());
        fields.put("label", word(step.label()));
        fields.put("note", step.note());
        fields.put("digest", step.digest());
        fields.put("at", step.at());
        fields.put("durationMillis", step.duration().toMillis());
        fields.put("tries", step.tries());
        step.why().ifPresent(why -> fields.put("why", finding(why)));
        step.mismatch().ifPresent(mismatch -> fields.put("mismatch", OUTCOMES.mismatch(mismatch)));
        fields.put("outputs", step.outputs().stream().map(OUTCOMES::output).toList());
        return fields;
    }

    /** One that another version wrote is written as it was there. */
    private static Map<String, Object> finding(Diagnostic diagnostic) {
        Map<String, Object> fields = OUTCOMES.diagnostic(diagnostic);
        if (diagnostic.code() == ResultsCode.OF_OTHER_VERSION) {
            List<String> arguments = diagnostic.arguments();
            fields.put("code", arguments.get(0));
            fields.put("arguments", arguments.subList(2, arguments.size()));
            fields.put("message", arguments.get(1));
        }
        return fields;
    }

    static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
