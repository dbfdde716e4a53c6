package dev.runbook.cli;

import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.results.RunbookResult;
import java.util.Locale;

/** Lines on standard error, for what is no terminal. */
final class VerifyLog implements VerifyDisplay {
    private final Invocation invocation;

    VerifyLog(Invocation invocation) {
        this.invocation = invocation;
    }

    private synchronized void say(String key, Object... arguments) {
        if (!invocation.quiet()) {
            invocation.host().err().println(invocation.text(key, arguments));
            invocation.host().err().flush();
        }
    }

    @Override
    public void planned(int runbooks, int unchanged) {
        say("verify.planned", runbooks, unchanged);
    }

    @Override
    public void withoutRyuk(String why) {
        say("verify.without-ryuk", why);
    }

    @Override
    public void pulling(String image) {
        say("verify.pulling", image);
    }

    @Override
    public void building(String environment) {
        say("verify.building", environment);
    }

    @Override
    public void step(RunbookId id, StepId step, int number, int total) {
        if (invocation.verbose()) {
            say("verify.step", id.path(), number, total, step.name());
        }
    }

    @Override
    public void finished(RunbookResult result) {
        String label = invocation.text("verify.label." + result.label().name().toLowerCase(Locale.ROOT));
        say("verify.finished", result.id().path(), label, VerifyDisplay.seconds(result.duration()));
    }

    @Override
    public void from(RunbookId id, StepId step) {
        say("verify.from", id.path(), step.name());
    }

    @Override
    public void kept(RunbookId id, String enterWith) {
        say("verify.kept", id.path(), enterWith);
    }

    @Override
    public void close() {}
}
