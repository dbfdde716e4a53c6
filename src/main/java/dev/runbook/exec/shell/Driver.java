package dev.runbook.exec.shell;

import dev.runbook.values.Quoting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a session's shell is told first. */
final class Driver {
    private static final String TEXT = load();

    private Driver() {}

    /**
     * For a new shell.
     *
     * @param state what the shell before it handed over; empty for the first
     * @param timezone an IANA name
     */
    static String start(String nonce, String state, String timezone) {
        StringBuilder script = new StringBuilder();
        if (state.isEmpty()) {
            script.append("unset LC_ALL LANGUAGE\nexport LANG=C.UTF-8 COLUMNS=80 TZ=")
                    .append(Quoting.shell(timezone))
                    .append("\nshopt -s inherit_errexit 2>/dev/null\n");
        } else {
            int bytes = state.getBytes(StandardCharsets.UTF_8).length;
            // head, not the shell's own reader, which would take one byte a system call.
            script.append("builtin eval \"$(head -c ")
                    .append(bytes)
                    .append(")\" 2>/dev/null\n")
                    .append(state);
        }
        script.append("__runbook_nonce=").append(nonce).append('\n').append(TEXT);
        if (state.isEmpty()) {
            script.append("set -eE -o pipefail\n");
        }
        return script.toString();
    }

    private static String load() {
        try (InputStream in = Driver.class.getResourceAsStream("driver.bash")) {
            if (in == null) {
                throw new IllegalStateException("driver.bash is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^ *#.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
