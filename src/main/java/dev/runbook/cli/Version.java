package dev.runbook.cli;

/** The program's version. */
final class Version {
    private Version() {}

    /** Of the jar that runs; classes outside of one have none. */
    static String running() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
