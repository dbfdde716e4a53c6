package dev.runbook.architecture.samples.cli;

/** Breaks nothing: the command line owns the process. */
public final class Prints {
    private Prints() {}

    public static void print() {
        System.out.println("ok");
    }
}
