package dev.runbook.junit;

import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * A step of a runbook. A test, if a machine is going to judge it. One that only a person can judge, or that needs what its
 * environment lacks, is no test: it stands in the tree and is aborted with its reason, but in nobody's number of tests, or of
 * skipped tests.
 */
final class StepNode extends AbstractTestDescriptor {
    private final String name;
    private final boolean judged;
    private final Set<TestTag> tags;

    /**
     * A step.
     *
     * @param name the step's, in its runbook
     * @param judged whether a machine is going to judge it
     */
    StepNode(UniqueId id, String name, String displayName, TestSource source, boolean judged, Set<TestTag> tags) {
        super(id, displayName, source);
        this.name = name;
        this.judged = judged;
        this.tags = Set.copyOf(tags);
    }

    String name() {
        return name;
    }

    @Override
    public Type getType() {
        return judged ? Type.TEST : Type.CONTAINER;
    }

    /** The platform removes what could never hold a test. */
    @Override
    public boolean mayRegisterTests() {
        return !judged;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    /** Stays the same in any language and wherever the step moves to, as records of earlier test runs need it. */
    @Override
    public String getLegacyReportingName() {
        return name;
    }
}
