package dev.runbook.markdown;

/**
 * {@code key=value} of an attribute list.
 *
 * @param value without its quotes; empty for a flag
 * @param flag whether it was written without {@code =}
 */
record Attribute(SourceText key, SourceText value, boolean flag) {
    String name() {
        return key.text();
    }
}
