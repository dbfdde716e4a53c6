package dev.runbook.exec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of code to run in a session.
 *
 * @param code what runs, as written: values never become part of it
 * @param variables set, and exported as far as the system lets them, before it runs, and kept
 * @param cwd the working directory for this command alone; empty: where the shell is
 * @param separate whether standard error comes apart from standard output, at the price of their common order
 * @param interactive whether it gets the person's terminal; its output is then not seen
 */
public record Command(
        Program program,
        String code,
        Map<String, String> variables,
        Optional<String> cwd,
        boolean separate,
        boolean interactive,
        Duration timeout) {
    /**
     * In bytes, with its name: a longer variable is not exported, since no program starts with it in its environment. Linux's
     * MAX_ARG_STRLEN, 32 pages of 4 KiB, less the {@code =} and the last zero.
     */
    public static final int LONGEST_EXPORT = 128 * 1024 - 2;

    public Command {
        variables = Map.copyOf(variables);
    }

    /** Whether a variable can be in the environment of a program. */
    public static boolean isExported(String name, String value) {
        return name.length() + value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_EXPORT;
    }

    /** What runs the code. */
    public sealed interface Program {
        /** The session's own shell, in which it leaves variables, functions, options and the directory. */
        record Shell() implements Program {}

        /**
         * Another program, which reads the code as a file.
         *
         * @param arguments the program and its arguments; {@link #CODE} stands for the file with the code, {@link #PRELUDE}
         *     for that with the prelude
         * @param prelude a file's content, for what must not be seen in a command line; may be empty
         */
        record Interpreter(List<String> arguments, String prelude) implements Program {
            public static final String CODE = "/dev/fd/9";
            public static final String PRELUDE = "/dev/fd/8";

            public Interpreter {
                arguments = List.copyOf(arguments);
            }
        }
    }
}
