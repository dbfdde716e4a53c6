package dev.runbook.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The process's entry: the only code that touches the process it runs in. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    /** Ends the process with one of {@link ExitCode}. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        // Java cannot tell which stream is a terminal, nor how wide it is; the launcher can.
        String terminal = System.getProperty("runbook.terminal", "");
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Host host = new Host(
                environment,
                System.in,
                out,
                err,
                terminal.contains("in"),
                terminal.contains("out"),
                terminal.contains("err"),
                columns(environment),
                Path.of("").toAbsolutePath());
        int exitCode = run(host, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Runs one command line in what is given, and leaves nothing behind. */
    static int run(Host host, String... args) {
        return new CommandRunner(host).run(List.of(args));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }

    private static OptionalInt columns(Map<String, String> environment) {
        String columns = System.getProperty("runbook.columns", "");
        String text = columns.isEmpty() ? environment.getOrDefault("COLUMNS", "") : columns;
        return text.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
