package dev.runbook.cli;

import dev.runbook.serve.FolderWatcher;
import dev.runbook.verify.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** {@code verify --watch}: verifies, and again each time that a file of the handbook has changed, until Ctrl-C. */
final class VerifyWatch {
    private static final int NAMED = 3;

    private final Invocation invocation;

    VerifyWatch(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Verifies once. */
    interface Once {
        int verify(Checkpoints checkpoints) throws CommandFailed, IOException;
    }

    int run(Once once) throws CommandFailed, IOException {
        Path folder = invocation.handbook();
        Checkpoints checkpoints = new Checkpoints();
        BlockingQueue<Set<String>> changes = new LinkedBlockingQueue<>();
        // From before the first run on: what is edited while runbooks run is seen too.
        FolderWatcher watcher = new FolderWatcher(folder.toRealPath(), changes::add);
        try {
            while (true) {
                try {
                    once.verify(checkpoints);
                } catch (CommandFailed e) {
                    // The next edit may mend it.
                    CommandRunner.print(e, invocation.host(), invocation.language(), invocation.errStyle());
                }
                say(invocation.text("verify.watch.waiting", invocation.shown(folder)));
                Set<String> changed = new TreeSet<>(changes.take());
                List<Set<String>> more = new ArrayList<>();
                changes.drainTo(more);
                more.forEach(changed::addAll);
                say(invocation.text("verify.watch.changed", names(folder, changed)));
            }
        } catch (InterruptedException e) {
            // Ctrl-C ends the process; a test interrupts the thread.
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } finally {
            watcher.close();
        }
    }

    /** Files that an editor wrote aside and renamed are no more; of others it is said that they are gone. */
    private static String names(Path folder, Set<String> changed) {
        List<String> there = changed.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
        List<String> names = (there.isEmpty() ? List.copyOf(changed) : there)
                .stream().limit(NAMED).toList();
        return String.join(", ", names) + (changed.size() > NAMED ? " …" : "");
    }

    private void say(String line) {
        invocation.out().flush();
        if (!invocation.quiet()) {
            invocation.host().err().println(invocation.errStyle().faint(line));
            invocation.host().err().flush();
        }
    }
}
