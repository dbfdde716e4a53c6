package dev.runbook.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What happened when a step ran.
 *
 * @param duration from the first try's start to the last one's end
 * @param tries how often it was tried; more than one only with {@code retry=}
 * @param commands of the last try: one for each command of a console session that was run, else one
 */
public record Run(Instant started, Duration duration, int tries, List<CommandRun> commands) {
    public Run {
        commands = List.copyOf(commands);
    }

    /**
     * One command or script.
     *
     * @param output standard output and error in the order they came, or only the one that its expectation is of
     * @param exitStatus empty where it was ended before it had one
     */
    public record CommandRun(Output output, OptionalInt exitStatus) {}
}
