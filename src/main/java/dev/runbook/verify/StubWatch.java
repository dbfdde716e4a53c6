package dev.runbook.verify;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.model.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees which stubs are called. It asks a shell of its own, which is kept open and starts nothing: to start a program in a
 * container for each step would take longer than most steps.
 */
final class StubWatch implements AutoCloseable {
    /** $1: the log. Answers each line of its input with the lines that are new, and an empty one. */
    private static final String WATCH = """
            seen=0
            while read -r _; do
              lines=()
              [ ! -r "$1" ] || mapfile -t lines <"$1"
              for ((; seen < ${#lines[@]}; seen++)); do printf '%s\\n' "${lines[seen]}"; done
              printf '\\n'
            done
            """;

    private static final Pattern NAME = Pattern.compile("\"stub\" *: *\"([^\"]*)\"");

    private final List<String> units;
    private final Environment.Stubs stubs;
    private Optional<Channel> channel;
    private Optional<BufferedReader> answers;

    private StubWatch(Environment.Stubs stubs, Optional<Channel> channel) {
        this.units = stubs.units();
        this.stubs = stubs;
        this.channel = channel;
        this.answers = reader(channel);
    }

    private static Optional<BufferedReader> reader(Optional<Channel> channel) {
        return channel.map(c -> new BufferedReader(new InputStreamReader(c.output(), StandardCharsets.UTF_8)));
    }

    static StubWatch of(Launcher launcher, Environment.Stubs stubs) throws BackendException {
        return new StubWatch(stubs, start(launcher, stubs));
    }

    /** Watches in another server from now on. */
    void moveTo(Launcher launcher) throws BackendException {
        close();
        channel = start(launcher, stubs);
        answers = reader(channel);
    }

    private static Optional<Channel> start(Launcher launcher, Environment.Stubs stubs) throws BackendException {
        Optional<Channel> channel = Optional.empty();
        if (stubs.log().isPresent()) {
            List<String> words = List.of(
                    "bash",
                    "--noprofile",
                    "--norc",
                    "-c",
                    WATCH,
                    "bash",
                    stubs.log().get());
            channel = Optional.of(launcher.start(words));
        }
        return channel;
    }

    /** The stubs that were called since this was asked last. */
    Set<String> called() {
        Set<String> names = new TreeSet<>();
        if (channel.isEmpty() || answers.isEmpty()) {
            return names;
        }
        try {
            OutputStream in = channel.get().input();
            in.write('\n');
            in.flush();
            String line = answers.get().readLine();
            while (line != null && !line.isEmpty()) {
                Matcher matcher = NAME.matcher(line);
                names.add(matcher.find() ? matcher.group(1) : "?");
                line = answers.get().readLine();
            }
        } catch (IOException e) {
            // The container is gone, which the step that runs will tell.
        }
        return names;
    }

    /** The units with a stub that a step's code names: what it says of them is true of stubs. */
    Set<String> named(String code) {
        Set<String> names = new TreeSet<>();
        for (String unit : units) {
            if (Pattern.compile("(?<![\\w.-])" + Pattern.quote(unit) + "(?![\\w-])")
                    .matcher(code)
                    .find()) {
                names.add(unit);
            }
        }
        return names;
    }

    @Override
    public void close() {
        channel.ifPresent(Channel::destroy);
    }
}
