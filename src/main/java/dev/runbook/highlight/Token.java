package dev.runbook.highlight;

/**
 * A part of a code's text, never empty.
 *
 * @param text may hold newlines
 */
public record Token(Kind kind, String text) {
    /** What a token is; the site gives it a style. */
    public enum Kind {
        PLAIN,
        COMMENT,
        KEYWORD,
        BUILTIN,
        STRING,
        NUMBER,
        VARIABLE,
        OPERATOR,
        TYPE,
        FUNCTION,
        TAG,
        ATTRIBUTE,
        KEY,
        /** A console's prompt, with the space behind it. */
        PROMPT,
        /** What a console printed. */
        OUTPUT,
        /** A diff's {@code +} line, its newline included. */
        DIFF_ADD,
        /** A diff's {@code -} line. */
        DIFF_DEL,
        /** A diff's {@code @@} line. */
        DIFF_HUNK,
        /** A diff's line that says which files are meant. */
        DIFF_FILE,
        /** A diff's line that is in both versions. */
        DIFF_CONTEXT
    }
}
