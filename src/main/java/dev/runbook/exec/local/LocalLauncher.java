package dev.runbook.exec.local;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ProcessChannel;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts programs on this machine, as the account that runs this. */
public final class LocalLauncher implements Launcher {
    private final Place place;

    /**
     * For this machine.
     *
     * @param host its name
     * @param user this account's name
     */
    public LocalLauncher(String host, String user) {
        this.place = new Place("local", host, user);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Channel start(List<String> arguments) throws BackendException {
        List<String> words = new ArrayList<>();
        // A session of its own: without a terminal to ask at, and out of reach of its Ctrl-C.
        words.add("setsid");
        words.addAll(arguments);
        return ProcessChannel.start(words);
    }

    @Override
    public int attach(List<String> arguments) throws BackendException, InterruptedException {
        try {
            return new ProcessBuilder(arguments).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, place.host(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {}
}
