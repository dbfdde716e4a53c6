package dev.runbook.source;

/** Told by long work how far it is. May be called by several threads at once; must return at once. */
public interface Progress {
    /** For work that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void begin(Phase phase, int total) {}

        @Override
        public void advance() {}
    };

    /** What is being done. */
    enum Phase {
        READING,
        CHECKING,
        RENDERING,
        WRITING
    }

    /** A phase begins; the one before has ended. */
    void begin(Phase phase, int total);

    /** One of the phase's {@code total} is done. */
    void advance();
}
