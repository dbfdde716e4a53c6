package dev.runbook.cli;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A runbook's steps as data for programs: {@code {"version":1, id, title, file, params, steps}}. Times are in
 * milliseconds; what is not set is left out.
 */
final class StepData {
    private static final int VERSION = 1;

    private StepData() {}

    static Map<String, Object> of(Runbook runbook) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", VERSION);
        fields.put("id", runbook.id());
        fields.put("title", runbook.title());
        fields.put("file", runbook.source().name());
        put(fields, "user", runbook.frontMatter().user().map(user -> user.value()));
        fields.put(
                "params",
                runbook.frontMatter().params().stream().map(StepData::parameter).toList());
        fields.put(
                "steps",
                runbook.steps().stream().map(step -> step(step, runbook)).toList());
        return fields;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        put(fields, "label", parameter.label());
        put(fields, "default", parameter.defaultValue());
        put(fields, "pattern", parameter.pattern());
        fields.put("secret", parameter.secret());
        return fields;
    }

    private static Map<String, Object> step(Step step, Runbook runbook) {
        StepOptions options = step.options();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", step.id().name());
        fields.put("role", step.role().name().toLowerCase(Locale.ROOT));
        fields.put("line", step.span().startLine());
        fields.put("form", step.action().accept(new ActionFields(fields)));
        if (!step.action().language().isEmpty()) {
            fields.put("language", step.action().language());
        }
        fields.put("code", step.action().code());
        put(fields, "user", options.user().or(() -> runbook.frontMatter().user().map(u -> u.value())));
        fields.put("timeout", options.timeout().toMillis());
        options.retry().ifPresent(retry -> {
            fields.put("retryTimes", retry.times());
            fields.put("retryInterval", retry.interval().toMillis());
        });
        fields.put("exit", options.exit());
        put(fields, "cwd", options.cwd());
        put(fields, "shell", options.shell());
        fields.put("interactive", options.interactive());
        put(fields, "danger", options.danger());
        fields.put("needs", options.needs());
        fields.put("once", options.once());
        put(fields, "undoes", step.undoes().map(id -> id.name()));
        step.expectation().ifPresent(e -> fields.put("expects", expectation(e)));
        return fields;
    }

    private static Map<String, Object> expectation(Expectation expectation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("stream", expectation.stream().name().toLowerCase(Locale.ROOT));
        fields.put(
                "lines",
                expectation.lines().stream().map(Expectation.Line::source).toList());
        expectation.exitStatus().ifPresent(status -> fields.put("exit", status));
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, Optional<String> value) {
        value.ifPresent(v -> fields.put(key, v));
    }

    /** Puts what only some kinds of action have; gives the kind's name. */
    private record ActionFields(Map<String, Object> fields) implements Action.Visitor<String> {
        @Override
        public String script(Action.Script script) {
            return "script";
        }

        @Override
        public String console(Action.Console console) {
            fields.put(
                    "commands",
                    console.commands().stream().map(ActionFields::command).toList());
            return "console";
        }

        @Override
        public String sql(Action.Sql sql) {
            put(fields, "db", sql.database());
            return "sql";
        }

        @Override
        public String file(Action.FileContent file) {
            fields.put("path", file.path());
            put(fields, "owner", file.owner());
            put(fields, "mode", file.mode());
            return "file";
        }

        @Override
        public String patch(Action.Patch patch) {
            fields.put("path", patch.path());
            return "patch";
        }

        @Override
        public String manual(Action.Manual manual) {
            return "manual";
        }

        private static Map<String, Object> command(ConsoleCommand command) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("root", command.root());
            fields.put("command", command.command());
            fields.put("line", command.span().startLine());
            command.expectation().ifPresent(e -> fields.put("expects", expectation(e)));
            return fields;
        }
    }
}
