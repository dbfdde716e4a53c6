package dev.runbook.importing;

import java.util.List;

/**
 * One line of a memo.
 *
 * @param number from 1
 * @param text without its end; secrets in it are masked, character by character
 * @param secrets where they stand
 */
record MemoLine(int number, String text, List<Hole> secrets) {
    /**
     * A part of a line that a parameter stands for.
     *
     * @param start offset in the line, in UTF-16 units
     * @param end exclusive
     * @param label what the memo calls it; of a secret, the parameter's name
     */
    record Hole(int start, int end, String label, boolean secret) {}

    MemoLine {
        secrets = List.copyOf(secrets);
    }

    /** The text without the white space around it, also full-width. */
    String body() {
        return text.strip();
    }

    /** The offset at which {@link #body} begins. */
    int indent() {
        return text.length() - text.stripLeading().length();
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
