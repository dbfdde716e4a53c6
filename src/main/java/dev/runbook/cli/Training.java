package dev.runbook.cli;

/** What the launcher runs once after a build, so that the classes of common commands get into its class-data archive. */
public final class Training {
    private Training() {}

    public static void main(String[] args) {
        Main.main(args);
    }
}
