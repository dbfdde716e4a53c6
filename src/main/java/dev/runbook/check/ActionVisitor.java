package dev.runbook.check;

import dev.runbook.model.Action;

/** Answers the same for every kind of action that a subclass does not look at. */
abstract class ActionVisitor<R> implements Action.Visitor<R> {
    private final R otherwise;

    ActionVisitor(R otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public R script(Action.Script script) {
        return otherwise;
    }

    @Override
    public R console(Action.Console console) {
        return otherwise;
    }

    @Override
    public R sql(Action.Sql sql) {
        return otherwise;
    }

    @Override
    public R file(Action.FileContent file) {
        return otherwise;
    }

    @Override
    public R patch(Action.Patch patch) {
        return otherwise;
    }

    @Override
    public R manual(Action.Manual manual) {
        return otherwise;
    }
}
