package dev.runbook.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** One command: what it is called with, and what it does. Holds no state: a command line may be run again. */
interface Command {
    /** Its name, options, arguments and texts. */
    CommandSpec spec(Specs specs);

    /** Whether it can be called without one of the commands below it. */
    default boolean runsAlone() {
        return false;
    }

    /**
     * Carries it out.
     *
     * @return one of {@link ExitCode}
     */
    int run(Invocation invocation) throws CommandFailed, IOException;
}
