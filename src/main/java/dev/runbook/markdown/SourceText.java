package dev.runbook.markdown;

/**
 * A piece of a line and where it stands.
 *
 * @param start the offset of its first character in the file
 */
record SourceText(String text, int start) {
    int end() {
        return start + text.length();
    }

    /** From one index of the text to another. */
    SourceText part(int from, int to) {
        return new SourceText(text.substring(from, to), start + from);
    }
}
