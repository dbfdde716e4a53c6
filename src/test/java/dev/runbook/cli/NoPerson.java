package dev.runbook.cli;

import java.io.IOException;
import java.util.OptionalInt;

/** Nobody answers; the terminal may be had. */
final class NoPerson implements Person {
    @Override
    public int key(Runnable question) throws Gone {
        throw new Gone(false);
    }

    @Override
    public String line(String prompt, String initial) throws Gone {
        throw new Gone(false);
    }

    @Override
    public String secret(String prompt) throws Gone {
        throw new Gone(false);
    }

    @Override
    public OptionalInt columns() {
        return OptionalInt.empty();
    }

    @Override
    public <T> T away(Away<T> away) throws IOException {
        return away.run();
    }

    @Override
    public void wake() {}

    @Override
    public void redraw() {}

    @Override
    public void close() {}
}
