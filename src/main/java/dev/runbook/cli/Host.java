package dev.runbook.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a command line runs in: given, so that it can be tested without a process of its own.
 *
 * @param environment variables by name
 * @param inIsTerminal whether a person can be asked
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param columns the terminal's width in cells, where it is known
 * @param folder the current folder, absolute
 */
record Host(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        OptionalInt columns,
        Path folder) {
    Host {
        environment = Map.copyOf(environment);
    }

    /** A variable's value; empty where it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
