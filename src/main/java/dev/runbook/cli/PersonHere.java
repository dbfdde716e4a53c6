package dev.runbook.cli;

import java.io.IOException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The person at the process's terminal, where one is asked. */
final class PersonHere implements AutoCloseable {
    private static final int DEFAULT_COLUMNS = 80;

    private final @Nullable TerminalPerson person;

    /**
     * Looks for the person.
     *
     * @param asked whether one is asked at all: else the terminal is left alone, which also costs nothing
     */
    PersonHere(boolean asked) throws IOException {
        this.person = asked ? TerminalPerson.ofProcess() : null;
    }

    @Nullable TerminalPerson person() {
        return person;
    }

    /** The terminal's width, as it is when it is asked for. */
    IntSupplier columns(Host host) {
        int known = host.columns().orElse(DEFAULT_COLUMNS);
        TerminalPerson at = person;
        return at == null ? () -> known : () -> at.columns().orElse(known);
    }

    @Override
    public void close() {
        if (person != null) {
            person.close();
        }
    }
}
