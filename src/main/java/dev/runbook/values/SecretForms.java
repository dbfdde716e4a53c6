package dev.runbook.values;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The forms in which a secret may show in an output. */
final class SecretForms {
    /** Bytes; the encodings of a shorter text are so short themselves that they stand in any output by chance. */
    static final int MIN_ENCODED = 4;

    /** Bytes; a secret above this is a bundle of many lines, and the forms of each would be too many to hold. */
    private static final int MAX_LINES_ENCODED = 16 * 1024;

    private final Consumer<byte[]> exact;
    private final Consumer<byte[]> packed;

    /**
     * Where forms go.
     *
     * @param exact those to be found as they are
     * @param packed those to be found with white space anywhere in them
     */
    SecretForms(Consumer<byte[]> exact, Consumer<byte[]> packed) {
        this.exact = exact;
        this.packed = packed;
    }

    void add(String secret) {
        if (secret.isBlank()) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        exact.accept(bytes);
        if (bytes.length < MIN_ENCODED) {
            return;
        }
        addTexts(secret);
        Base64Forms.of(bytes, packed);
        packed.accept(hex(bytes, "0123456789abcdef"));
        packed.accept(hex(bytes, "0123456789ABCDEF"));
        addLines(secret, bytes.length <= MAX_LINES_ENCODED);
    }

    private void addTexts(String secret) {
        Set<String> texts = new LinkedHashSet<>(QuotedForms.of(secret));
        texts.addAll(PercentForms.of(secret));
        texts.forEach(text -> exact.accept(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A terminal, {@code grep} or a log's indentation show a secret of several lines line by line. */
    private void addLines(String secret, boolean encoded) {
        if (secret.indexOf('\n') < 0 && secret.indexOf('\r') < 0) {
            return;
        }
        secret.lines().map(String::strip).distinct().forEach(line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < MIN_ENCODED) {
                return;
            }
            exact.accept(bytes);
            if (encoded) {
                addTexts(line);
            }
        });
    }

    private static byte[] hex(byte[] bytes, String digits) {
        byte[] hex = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            hex[2 * i] = (byte) digits.charAt((bytes[i] >> 4) & 0xF);
            hex[2 * i + 1] = (byte) digits.charAt(bytes[i] & 0xF);
        }
        return hex;
    }
}
