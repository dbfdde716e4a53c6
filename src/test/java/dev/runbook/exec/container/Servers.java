package dev.runbook.exec.container;

import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.model.Environment;
import dev.runbook.testing.Tools;
import java.nio.file.Path;
import java.util.Optional;

/** The handbook's own environment, for tests. */
final class Servers {
    private static final Path HANDBOOK = Path.of("runbooks");
    private static final String NAME = "centos";

    private Servers() {}

    static Environment environment() {
        return EnvironmentReader.read(HANDBOOK, NAME).value();
    }

    static Image image(Engine engine, String base) throws Exception {
        return engine.image(
                HANDBOOK.resolve("environments").resolve(NAME), NAME, Optional.of(base), EngineListener.NONE);
    }

    static ServerContainer start(Engine engine) throws Exception {
        return engine.start(image(engine, Tools.requireBaseImage()), environment(), false);
    }
}
