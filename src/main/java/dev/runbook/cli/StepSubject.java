package dev.runbook.cli;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Who acts, and on what: user, database ({@code db=name}), file, as far as they are known.
 *
 * @param user of the step, else the runbook's; empty where none is named
 */
record StepSubject(String user) implements Action.Visitor<List<String>> {
    @Override
    public List<String> script(Action.Script script) {
        return words(user);
    }

    /** The prompts say who. */
    @Override
    public List<String> console(Action.Console console) {
        boolean root = console.commands().stream().anyMatch(ConsoleCommand::root);
        boolean other = console.commands().stream().anyMatch(command -> !command.root());
        return words(root ? "root" : "", other && !(root && user.equals("root")) ? user : "");
    }

    @Override
    public List<String> sql(Action.Sql sql) {
        return words(user, sql.database().map(name -> "db=" + name).orElse(""));
    }

    @Override
    public List<String> file(Action.FileContent file) {
        return words(user, file.path());
    }

    @Override
    public List<String> patch(Action.Patch patch) {
        return words(user, patch.path());
    }

    @Override
    public List<String> manual(Action.Manual manual) {
        return words();
    }

    private static List<String> words(String... words) {
        List<String> known = new ArrayList<>(List.of(words));
        known.removeIf(String::isEmpty);
        return known;
    }
}
