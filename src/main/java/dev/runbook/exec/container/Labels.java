package dev.runbook.exec.container;

import java.nio.file.Path;

/** Names of the labels on what this makes. */
final class Labels {
    /** On images and containers: the environment's name. */
    static final String ENVIRONMENT = "dev.runbook.environment";

    /** On containers: see {@link Owner}. */
    static final String OWNER = "dev.runbook.owner";

    /** On containers that outlive their process on purpose. */
    static final String KEPT = "dev.runbook.kept";

    /** On images: what was done in them, as a digest. */
    static final String SNAPSHOT = "dev.runbook.snapshot";

    /** On such images: the services that ran when it was taken. */
    static final String ACTIVE = "dev.runbook.active";

    /** On images: the environment's folder that they were made for. */
    static final String FOLDER = "dev.runbook.folder";

    /** On snapshots: after which runbook they were taken. */
    static final String RUNBOOK = "dev.runbook.runbook";

    /** On images that only one process starts from: see {@link Owner}. */
    static final String CHECKPOINT = "dev.runbook.checkpoint";

    private Labels() {}

    /** A folder as {@link #FOLDER} holds it. */
    static String folder(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
