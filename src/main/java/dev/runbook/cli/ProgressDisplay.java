package dev.runbook.cli;

import dev.runbook.source.Progress;

/** Progress that has something to clear away at its end. */
interface ProgressDisplay extends Progress, AutoCloseable {
    /** Leaves nothing on the terminal. May be called more than once, and by another thread when the process ends. */
    @Override
    void close();

    /** One that has nothing to clear away. */
    static ProgressDisplay of(Progress progress) {
        return new ProgressDisplay() {
            @Override
            public void begin(Phase phase, int total) {
                progress.begin(phase, total);
            }

            @Override
            public void advance() {
                progress.advance();
            }

            @Override
            public void close() {}
        };
    }
}
