package dev.runbook.exec.ssh;

import java.util.List;
import java.util.stream.Collectors;

/** A command line for whatever login shell an account has: ssh gives a program to that shell, as one text. */
final class RemoteCommand {
    private RemoteCommand() {}

    /**
     * One text that runs the words as they are, and ends with 128 + n where signal n ended the program: ssh by itself says
     * no more of that than of a connection that broke. A Ctrl-C at a terminal is the program's alone.
     */
    static String of(List<String> words) {
        return "exec sh -c " + quote("trap : INT QUIT; \"$@\"; exit $?") + " sh "
                + words.stream().map(RemoteCommand::quote).collect(Collectors.joining(" "));
    }

    /**
     * A word in single quotes. Quotes and backslashes stand outside of them, since fish, other than POSIX shells, takes a
     * backslash inside as an escape.
     */
    static String quote(String word) {
        return "'" + word.replace("\\", "\0").replace("'", "'\\''").replace("\0", "'\\\\'") + "'";
    }
}
