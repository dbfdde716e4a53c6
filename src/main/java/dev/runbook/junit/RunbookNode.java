package dev.runbook.junit;

import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A runbook with those of its steps that were selected. It fails as a whole where it could not be carried out. */
final class RunbookNode extends AbstractTestDescriptor {
    private final Book book;
    private final RunbookId runbook;
    private final List<Diagnostic> errors;
    private final Set<TestTag> tags;

    /**
     * A runbook.
     *
     * @param errors why it cannot be carried out
     */
    RunbookNode(
            UniqueId id,
            Book book,
            RunbookId runbook,
            String displayName,
            TestSource source,
            List<Diagnostic> errors,
            Set<TestTag> tags) {
        super(id, displayName, source);
        this.book = book;
        this.runbook = runbook;
        this.errors = List.copyOf(errors);
        this.tags = Set.copyOf(tags);
    }

    Book book() {
        return book;
    }

    RunbookId runbook() {
        return runbook;
    }

    List<Diagnostic> errors() {
        return errors;
    }

    /** Its steps that are in the tree. */
    List<StepNode> steps() {
        return getChildren().stream().map(StepNode.class::cast).toList();
    }

    Optional<StepNode> step(String name) {
        return steps().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** One that cannot be carried out stays, to fail. */
    @Override
    public boolean mayRegisterTests() {
        return !errors.isEmpty();
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return runbook.path();
    }
}
