package dev.runbook.architecture.samples.model;

/** Breaks the rules on the process and on state. */
public final class Shouts {
    @SuppressWarnings("NonFinalStaticField")
    public static int count;

    private Shouts() {}

    public static void shout() {
        System.out.println("!");
    }
}
