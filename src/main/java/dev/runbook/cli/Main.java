package dev.runbook.cli;

/** The process's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("runbook " + (version == null ? "dev" : version));
    }
}
