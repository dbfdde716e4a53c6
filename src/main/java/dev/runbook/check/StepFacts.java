package dev.runbook.check;

import dev.runbook.model.Action;
import dev.runbook.model.Role;
import dev.runbook.model.Step;
import dev.runbook.model.StepOptions;
import java.util.List;
import java.util.Optional;

/**
 * What a step's attributes say, but for its id, what it undoes and the wording of its danger.
 *
 * @param form what is done with the code, and to what
 * @param options without {@code danger}
 */
record StepFacts(Role role, List<Object> form, String language, StepOptions options, boolean dangerous) {
    static StepFacts of(Step step) {
        StepOptions o = step.options();
        StepOptions options = new StepOptions(
                o.user(),
                o.timeout(),
                o.retry(),
                o.exit(),
                o.cwd(),
                o.shell(),
                o.interactive(),
                Optional.empty(),
                o.needs(),
                o.once());
        return new StepFacts(
                step.role(),
                step.action().accept(Form.INSTANCE),
                step.action().language(),
                options,
                o.danger().isPresent());
    }

    private enum Form implements Action.Visitor<List<Object>> {
        INSTANCE;

        @Override
        public List<Object> script(Action.Script script) {
            return List.of("script");
        }

        @Override
        public List<Object> console(Action.Console console) {
            return List.of("console");
        }

        @Override
        public List<Object> sql(Action.Sql sql) {
            return List.of("sql", sql.database());
        }

        @Override
        public List<Object> file(Action.FileContent file) {
            return List.of("file", file.path(), file.owner(), file.mode());
        }

        @Override
        public List<Object> patch(Action.Patch patch) {
            return List.of("patch", patch.path());
        }

        @Override
        public List<Object> manual(Action.Manual manual) {
            return List.of("manual");
        }
    }
}
