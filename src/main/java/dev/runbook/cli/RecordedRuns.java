package dev.runbook.cli;

import dev.runbook.exec.ExecCode;
import dev.runbook.record.RecordCode;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RunStore;
import dev.runbook.source.DiagnosticCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs that are recorded for the user, and the one that is meant. */
final class RecordedRuns {
    /** So many ids a person reads. */
    private static final int OFFERED = 5;

    private RecordedRuns() {}

    static RunStore store(Invocation invocation) throws CommandFailed {
        return new RunStore(RunStore.folder(invocation.host().environment())
                .orElseThrow(() -> new CommandFailed(Problem.NO_STATE_FOLDER)));
    }

    /** The run that the first argument names, else the latest. */
    static RecordedRun named(Invocation invocation) throws CommandFailed, IOException {
        if (!invocation.arguments().isEmpty()) {
            return one(invocation, invocation.arguments().get(0));
        }
        RunStore store = store(invocation);
        List<String> all = store.ids();
        if (all.isEmpty()) {
            throw new CommandFailed(Problem.NO_RUNS);
        }
        return store.read(all.get(0), RecordedRuns::code);
    }

    static RecordedRun one(Invocation invocation, String words) throws CommandFailed, IOException {
        RunStore store = store(invocation);
        List<String> found = store.find(words);
        if (found.isEmpty()) {
            throw new CommandFailed(Problem.UNKNOWN_RUN, words);
        }
        if (found.size() > 1) {
            String first = String.join(", ", found.subList(0, Math.min(OFFERED, found.size())));
            throw new CommandFailed(Problem.AMBIGUOUS_RUN, words, found.size() > OFFERED ? first + ", …" : first);
        }
        return store.read(found.get(0), RecordedRuns::code);
    }

    /** The diagnostics that a record may hold. */
    static Optional<DiagnosticCode> code(String id) {
        return Stream.<DiagnosticCode>concat(Stream.of(ExecCode.values()), Stream.of(RecordCode.values()))
                .filter(code -> code.id().equals(id))
                .findFirst();
    }
}
