package dev.runbook.architecture.samples.model;

/** Breaks the rule on defaults without naming one. */
public final class Defaults {
    private Defaults() {}

    @SuppressWarnings("StringCaseLocaleUsage")
    public static String lower(String text) {
        return text.toLowerCase();
    }
}
