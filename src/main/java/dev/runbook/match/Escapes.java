package dev.runbook.match;

import dev.runbook.outcome.ByteText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The escapes of an expected line that ends in {@code (esc)}: those of C, {@code \}{@code e}, a byte as {@code \}{@code
 * xXX}, and a UTF-16 unit as {@code \}{@code uXXXX}, of which a surrogate needs the other half of its pair.
 */
public final class Escapes {
    private static final String SIMPLE = "abefnrtv0\\\"'";
    private static final String MEANING = "\u0007\b\u001b\f\n\r\t\u000b\0\\\"'";
    private static final int UNIT = 6;

    private Escapes() {}

    /** The index of the first backslash that begins no escape, or -1. */
    public static int firstBad(String text) {
        int at = text.indexOf('\\');
        while (at >= 0) {
            int length = escapeLength(text, at);
            if (length == 0) {
                return at;
            }
            at = text.indexOf('\\', at + length);
        }
        return -1;
    }

    /** The bytes that a text with escapes stands for. A backslash that begins no escape stands for itself. */
    public static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int plain = 0;
        int at = text.indexOf('\\');
        while (at >= 0) {
            int length = escapeLength(text, at);
            if (length > 0) {
                out.writeBytes(text.substring(plain, at).getBytes(StandardCharsets.UTF_8));
                writeEscape(text, at, length, out);
                plain = at + length;
            }
            at = text.indexOf('\\', at + Math.max(length, 1));
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /**
     * A text with all that is not plainly visible escaped, and each backslash.
     *
     * @param text as {@link ByteText} has it
     */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> out.append(c == '\\' ? "\\\\" : shown(c)));
        return out.toString();
    }

    /** A code point of a {@link ByteText} as it is, or its escape where it is not plainly visible. */
    public static String shown(int codePoint) {
        OptionalInt invalid = ByteText.byteOf(codePoint);
        if (invalid.isPresent()) {
            return hex("\\x", invalid.getAsInt(), 2);
        }
        if (!isHidden(codePoint)) {
            return Character.toString(codePoint);
        }
        int simple = "\t\r\u001b\b".indexOf(codePoint);
        if (simple >= 0) {
            return "\\" + "treb".charAt(simple);
        }
        return codePoint < 0x80 ? hex("\\x", codePoint, 2) : hex("\\u", codePoint, 4);
    }

    /**
     * Whether a code point cannot be told from nothing, drives a terminal, or changes how the rest of its line reads: it is
     * written as an escape. A byte that is not UTF-8 is hidden too.
     */
    public static boolean isHidden(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL
                || (codePoint >= 0x200B && codePoint <= 0x200F && codePoint != 0x200D)
                || (codePoint >= 0x2028 && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x2069)
                || codePoint == 0xFEFF
                || ByteText.byteOf(codePoint).isPresent();
    }

    private static String hex(String start, int value, int digits) {
        String hex = Integer.toHexString(value);
        return start + "0".repeat(digits - hex.length()) + hex;
    }

    private static void writeEscape(String text, int at, int length, ByteArrayOutputStream out) {
        switch (text.charAt(at + 1)) {
            case 'x' -> out.write(Integer.parseInt(text, at + 2, at + 4, 16));
            case 'u' -> {
                StringBuilder units = new StringBuilder();
                for (int unit = at; unit < at + length; unit += UNIT) {
                    units.append(unit(text, unit));
                }
                out.writeBytes(units.toString().getBytes(StandardCharsets.UTF_8));
            }
            default -> out.write(MEANING.charAt(SIMPLE.indexOf(text.charAt(at + 1))));
        }
    }

    private static char unit(String text, int at) {
        return (char) Integer.parseInt(text, at + 2, at + UNIT, 16);
    }

    private static int escapeLength(String text, int at) {
        if (at + 1 == text.length()) {
            return 0;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'x') {
            return hasHexDigits(text, at + 2, 2) ? 4 : 0;
        }
        if (kind == 'u') {
            return unitsLength(text, at);
        }
        return SIMPLE.indexOf(kind) >= 0 ? 2 : 0;
    }

    private static int unitsLength(String text, int at) {
        if (!hasHexDigits(text, at + 2, 4)) {
            return 0;
        }
        char first = unit(text, at);
        if (!Character.isSurrogate(first)) {
            return UNIT;
        }
        int next = at + UNIT;
        boolean paired = text.startsWith("\\u", next)
                && hasHexDigits(text, next + 2, 4)
                && Character.isSurrogatePair(first, unit(text, next));
        return paired ? 2 * UNIT : 0;
    }

    private static boolean hasHexDigits(String text, int from, int count) {
        if (from + count > text.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
