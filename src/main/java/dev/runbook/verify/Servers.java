package dev.runbook.verify;

import dev.runbook.exec.container.ContainerException;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.FolderDigest;
import dev.runbook.exec.container.Image;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers as they are after what a runbook requires. */
final class Servers {
    private final Engine engine;
    private final Options options;
    private final Map<RunbookId, Subject> subjects;

    Servers(Engine engine, Options options, Map<RunbookId, Subject> subjects) {
        this.engine = engine;
        this.options = options;
        this.subjects = subjects;
    }

    Subject subject(RunbookId id) {
        Subject subject = subjects.get(id);
        if (subject == null) {
            throw new IllegalArgumentException("not among the subjects: " + id);
        }
        return subject;
    }

    /** By which the server after a subject is found again. */
    static String digest(Subject subject, Image image) {
        return FolderDigest.ofTexts(List.of(subject.digest(), image.id()));
    }

    boolean isRequired(RunbookId id) {
        return subjects.values().stream().anyMatch(s -> s.chain().contains(id));
    }

    /**
     * A server.
     *
     * @param why it is not usable
     */
    record Server(ServerContainer container, Optional<Diagnostic> why) {}

    /** From the snapshot of the longest part of the chain that there is one of; the rest is carried out. */
    Server after(Subject subject, Image base) throws ContainerException {
        List<RunbookId> chain = subject.chain();
        int from = chain.size();
        Optional<Image> snapshot = Optional.empty();
        while (from > 0 && snapshot.isEmpty()) {
            if (isWhole(chain.subList(0, from))) {
                snapshot = engine.snapshot(subject.environment().name(), digest(subject(chain.get(from - 1)), base));
            }
            if (snapshot.isEmpty()) {
                from--;
            }
        }
        ServerContainer container = engine.start(snapshot.orElse(base), subject.environment(), options.keep());
        for (RunbookId id : chain.subList(from, chain.size())) {
            RunbookRun.Outcome outcome =
                    new RunbookRun(subject(id), container, options.timezone(), Proofs.Steps.UNTOLD).run(once());
            if (!outcome.holds()) {
                Span place = Span.startOf(subject.runbook().source().name());
                Diagnostic why =
                        outcome.error().orElse(Diagnostic.of(VerifyCode.REQUIREMENT_DOES_NOT_HOLD, place, id.path()));
                return new Server(container, Optional.of(why));
            }
        }
        return new Server(container, Optional.empty());
    }

    private Options once() {
        return new Options(1, false, options.keep(), false, false, options.baseImage(), options.timezone());
    }

    /** Whether what the last of these leaves is what all of these leave. */
    private boolean isWhole(List<RunbookId> chain) {
        int last = chain.size() - 1;
        return subject(chain.get(last)).chain().equals(chain.subList(0, last));
    }
}
