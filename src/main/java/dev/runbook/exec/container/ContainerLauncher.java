package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts programs as root in a running container. Does not own it: the container outlives this. */
final class ContainerLauncher implements Launcher {
    private static final String ROOT = "root";
    private static final List<String> LOGIN =
            List.of("HOME=/root", "USER=root", "LOGNAME=root", "SHELL=/bin/bash", "LANG=C.UTF-8");

    /** $0: how many bytes; the rest: the program. Exactly these are read: no byte of them is lost in a buffer. */
    private static final String FED = "head -c \"$0\" | \"$@\"; exit \"${PIPESTATUS[1]}\"";

    private final DockerClient client;
    private final String container;
    private final String program;
    private final Place place;

    /**
     * For one container.
     *
     * @param program the engine's command line, for a person's terminal
     */
    ContainerLauncher(DockerClient client, String container, String program, String name) {
        this.client = client;
        this.container = container;
        this.program = program;
        this.place = new Place("container", name, ROOT);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Channel start(List<String> arguments) throws BackendException {
        return start(arguments, true);
    }

    /** The engine's protocol has an end for a connection, and none for an input: so the program is told where it ends. */
    @Override
    public Channel start(List<String> arguments, int inputLength) throws BackendException {
        if (inputLength == 0) {
            return start(arguments, false);
        }
        List<String> words =
                new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-c", FED, String.valueOf(inputLength)));
        words.addAll(arguments);
        return start(words, true);
    }

    private Channel start(List<String> words, boolean withInput) throws BackendException {
        try {
            String exec = client.execCreateCmd(container)
                    .withUser(ROOT)
                    .withEnv(LOGIN)
                    .withAttachStdin(withInput)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withTty(false)
                    .withCmd(words.toArray(String[]::new))
                    .exec()
                    .getId();
            return ExecChannel.start(client, exec, withInput);
        } catch (RuntimeException e) {
            throw new BackendException(ExecCode.CONTACT_LOST, Said.by(e));
        }
    }

    @Override
    public int attach(List<String> arguments) throws BackendException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program, "exec"));
        if (atTerminal()) {
            // The engine's command refuses to make a terminal of what is none here.
            words.add("-it");
        }
        LOGIN.forEach(variable -> words.addAll(List.of("-e", variable)));
        words.add(container);
        words.addAll(arguments);
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, place.host(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether this process reads from a terminal: which Java itself does not say the same way in all its versions. */
    private static boolean atTerminal() throws InterruptedException {
        try {
            return new ProcessBuilder("test", "-t", "0").inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {}
}
