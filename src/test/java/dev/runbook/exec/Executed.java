package dev.runbook.exec;

import dev.runbook.exec.local.LocalLauncher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.model.Runbook;
import dev.runbook.model.StepId;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.StepResult;
import dev.runbook.outcome.Transcript;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The executor on this machine, with runbooks as their authors write them. */
abstract class Executed {
    static final String USER = System.getProperty("user.name");
    static final Decision RUN = new Decision.Run(Optional.empty());

    @TempDir
    Path folder;

    Backend backend;
    final Told told = new Told();
    final Script script = new Script();
    Values values = Values.NONE;

    @BeforeEach
    void open() {
        backend = new ShellBackend(new QuietHome(new LocalLauncher("localhost", USER), folder), "UTC");
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Runs every step, stops at what does not hold, unless told otherwise. */
    static final class Script implements Decider {
        final Deque<Decision> before = new ArrayDeque<>();
        final Deque<Decision> after = new ArrayDeque<>();

        @Override
        public Decision before(PlannedStep step) {
            return before.isEmpty() ? RUN : before.remove();
        }

        @Override
        public Decision after(PlannedStep step, StepOutcome outcome) {
            return after.isEmpty() ? new Decision.Stop("") : after.remove();
        }
    }

    Transcript run(String text) throws IOException {
        return run(text, Scope.ALL, Set.of());
    }

    Transcript run(String text, Scope scope, Set<String> held) throws IOException {
        Runbook runbook = Written.runbook(folder, text);
        Set<StepId> ids = Set.copyOf(
                held.stream().map(name -> new StepId(runbook.id(), name)).toList());
        return new Executor(backend, values, script, told, ids, false).run(Plans.of(runbook, scope, USER));
    }

    static StepOutcome outcome(Transcript transcript, int index) {
        return transcript.results().get(index).outcome();
    }

    static StepOutcome.Failed failed(Transcript transcript) {
        return (StepOutcome.Failed) last(transcript);
    }

    static StepOutcome last(Transcript transcript) {
        List<StepResult> results = transcript.results();
        return results.get(results.size() - 1).outcome();
    }
}
