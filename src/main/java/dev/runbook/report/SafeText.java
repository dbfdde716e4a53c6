package dev.runbook.report;

import dev.runbook.match.Escapes;
import dev.runbook.outcome.ByteText;
import dev.runbook.outcome.Output;

/**
 * Texts of commands and of files as any reader can take them: no character that drives a terminal, changes how the rest of
 * its line reads, or is forbidden in XML and YAML. What cannot be shown is written as its escape.
 */
final class SafeText {
    private static final int NONCHARACTERS = 0xFFFE;

    private SafeText() {}

    /** Newlines and tabs stay. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /** One line of it: newlines become spaces. */
    static String line(String text) {
        return of(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /**
     * An output.
     *
     * @param gap stands where bytes were dropped; a line of its own
     */
    static String of(Output output, String gap) {
        if (output.isWhole()) {
            return of(ByteText.of(output.bytes()));
        }
        String head = of(ByteText.of(output.head()));
        String end = head.isEmpty() || head.endsWith("\n") ? "" : "\n";
        return head + end + gap + "\n" + of(ByteText.of(output.tail()));
    }

    private static void append(StringBuilder out, int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            out.appendCodePoint(codePoint);
        } else if (isNoCharacter(codePoint)) {
            out.append('\uFFFD');
        } else {
            out.append(Escapes.shown(codePoint));
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        boolean noncharacter = (codePoint & NONCHARACTERS) == NONCHARACTERS;
        return Character.getType(codePoint) == Character.SURROGATE
                || (noncharacter && ByteText.byteOf(codePoint).isEmpty());
    }
}
