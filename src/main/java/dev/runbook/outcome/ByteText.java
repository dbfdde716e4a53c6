package dev.runbook.outcome;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Bytes as a text from which each byte can be told: UTF-8, and each byte NN (80 to FF) that is not UTF-8 as the private
 * character U+10FFNN. Where an output holds such a character itself, its bytes count as not being UTF-8. Unlike lone
 * surrogates, which do the same in Python, these survive being written as UTF-8 or JSON.
 */
public final class ByteText {
    private static final int STAND_IN = 0x10FF00;
    private static final int FIRST = STAND_IN + 0x80;

    private ByteText() {}

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** A part of bytes, the end exclusive. */
    public static String of(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        // No byte makes more than one char, but for those that are not UTF-8, which make two.
        CharBuffer out = CharBuffer.allocate(to - from);
        StringBuilder text = new StringBuilder(to - from);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            append(out, text);
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.appendCodePoint(STAND_IN + (in.get() & 0xFF));
            }
            decoder.reset();
        }
    }

    /** The byte that a code point stands for; empty for one that is what it is. */
    public static OptionalInt byteOf(int codePoint) {
        return codePoint >= FIRST ? OptionalInt.of(codePoint - STAND_IN) : OptionalInt.empty();
    }

    private static void append(CharBuffer decoded, StringBuilder text) {
        int from = text.length();
        text.append(decoded);
        for (int at = text.indexOf("\uDBFF", from); at >= 0; at = text.indexOf("\uDBFF", at + 1)) {
            int codePoint = text.codePointAt(at);
            if (codePoint >= FIRST) {
                StringBuilder apart = new StringBuilder();
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    apart.appendCodePoint(STAND_IN + (b & 0xFF));
                }
                text.replace(at, at + 2, apart.toString());
                at += apart.length() - 1;
            }
        }
    }
}
