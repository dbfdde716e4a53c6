package dev.runbook.junit;

import dev.runbook.app.VerifyHandbook;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs runbooks as tests, each in a container of its own, for whatever speaks the JUnit Platform: Surefire, Gradle, an IDE.
 * It is found by the name {@code runbook}. Folders, files and unique ids are selected; classes mean nothing to it, so that
 * where only classes are selected a {@code @Suite} class must select the folder.
 */
public final class RunbookTestEngine implements TestEngine {
    public static final String ID = "runbook";

    private static final String NAME = "Runbooks";

    private final Map<String, String> environment;
    private final Verification verification;

    /** As the platform makes it. */
    public RunbookTestEngine() {
        this(System.getenv(), VerifyHandbook::verify);
    }

    /**
     * With an environment of its own.
     *
     * @param environment the variables
     * @param verification what carries runbooks out
     */
    RunbookTestEngine(Map<String, String> environment, Verification verification) {
        this.environment = Map.copyOf(environment);
        this.verification = verification;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.runbook");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("runbook");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor root = new EngineDescriptor(uniqueId, NAME);
        new Selection(root, Settings.of(request.getConfigurationParameters(), environment)).of(request);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        Settings settings = Settings.of(request.getConfigurationParameters(), environment);
        new TestRun(request, settings, verification).run();
    }
}
