package dev.runbook.cli;

import dev.runbook.model.RunbookId;
import dev.runbook.verify.VerifyListener;

/** Shows how far a verification is. */
interface VerifyDisplay extends VerifyListener, AutoCloseable {
    /** Leaves nothing on the terminal that is not to stay. */
    @Override
    void close();

    static VerifyDisplay of(Invocation invocation) {
        if (invocation.host().errIsTerminal() && !invocation.quiet()) {
            return new VerifyScreen(invocation);
        }
        return new VerifyLog(invocation);
    }

    /** How long something took. */
    static String seconds(java.time.Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** The words for a container that stays. */
    static String kept(Invocation invocation, RunbookId id, String enterWith) {
        return invocation.text("verify.kept", id.path(), enterWith);
    }
}
