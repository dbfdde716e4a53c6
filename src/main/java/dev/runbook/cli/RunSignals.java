package dev.runbook.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/** Leads the process's signals to a run, for as long as it is open. */
final class RunSignals implements AutoCloseable {
    private final RunControl control;
    private final List<Runnable> undo = new ArrayList<>();

    RunSignals(RunControl control) {
        this.control = control;
    }

    /** From now on. */
    void lead() {
        lead("INT", control::interrupt);
        lead("TERM", () -> control.end(RunControl.Signal.TERM));
        lead("HUP", () -> control.end(RunControl.Signal.HUP));
        lead("WINCH", control::redraw);
        lead("CONT", control::redraw);
    }

    private void lead(String signal, Runnable to) {
        Object before = Signals.register(signal, to);
        undo.add(() -> Signals.unregister(signal, before));
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}
