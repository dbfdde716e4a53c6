package dev.runbook.exec;

import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.outcome.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A place whose account has a home of its own, without the login files of whoever runs the tests. */
public final class QuietHome implements Launcher {
    private final Launcher launcher;
    private final Path home;

    public QuietHome(Launcher launcher, Path home) {
        this.launcher = launcher;
        this.home = home;
    }

    @Override
    public Place place() {
        return launcher.place();
    }

    @Override
    public Channel start(List<String> arguments) throws BackendException {
        return launcher.start(at(arguments));
    }

    @Override
    public int attach(List<String> arguments) throws BackendException, InterruptedException {
        return launcher.attach(at(arguments));
    }

    private List<String> at(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("env", "HOME=" + home));
        words.addAll(arguments);
        return words;
    }

    @Override
    public void close() {
        launcher.close();
    }
}
