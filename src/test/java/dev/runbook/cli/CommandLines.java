package dev.runbook.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Runs command lines in a folder and keeps what they print. */
final class CommandLines {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;
    private OptionalInt columns = OptionalInt.empty();

    CommandLines(Path folder) {
        this.folder = folder;
    }

    CommandLines with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** From now on, a person looks at a terminal this wide. */
    CommandLines onTerminal(int width) {
        terminal = true;
        columns = OptionalInt.of(width);
        return this;
    }

    /** What a command line printed, and how it ended. */
    record Result(int exitCode, String out, String err) {
        /** All of it, for golden files. */
        String transcript() {
            return out + err.replaceAll("(?m)^", "! ").replaceFirst("! $", "") + "=> " + exitCode + "\n";
        }
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = new Host(
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                terminal,
                columns,
                folder);
        int exitCode = Main.run(host, arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
