package dev.runbook.exec.container;

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

    private Labels() {}
}
