package dev.runbook.record;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.nio.file.Path;
import java.util.Optional;

/** A runbook is being carried out on a host already. */
public final class RunLockedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Path lock;
    private final transient Optional<RunLock.Holder> holder;

    RunLockedException(Path lock, Optional<RunLock.Holder> holder) {
        super(lock + " is held by " + holder);
        this.lock = lock;
        this.holder = holder;
    }

    /** Who does; empty where that could not be read. */
    public Optional<RunLock.Holder> holder() {
        return holder;
    }

    /** What to say to a person; {@code span} is of the document. */
    public Diagnostic diagnostic(Span span) {
        return holder.map(h -> Diagnostic.of(RecordCode.ALREADY_RUNNING, span, h.run(), h.pid(), h.user(), h.started()))
                .orElseGet(() -> Diagnostic.of(RecordCode.LOCKED, span, lock));
    }
}
