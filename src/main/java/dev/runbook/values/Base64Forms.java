package dev.runbook.values;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * A secret in Base64, alone or amid other bytes, as in {@code user:secret}. What stands before it decides at which of three
 * places in a group of four digits it begins; the digits at its ends may hold bits of its neighbours, too.
 */
final class Base64Forms {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** Bytes; a longer secret's digits that it shares with a neighbour say too little of it to be hidden. */
    private static final int MAX_SHARED = 64;

    private Base64Forms() {}

    static void of(byte[] secret, Consumer<byte[]> forms) {
        for (int before = 0; before < 3; before++) {
            byte[] text = new byte[before + secret.length];
            System.arraycopy(secret, 0, text, before, secret.length);
            String padded = Base64.getEncoder().encodeToString(text);
            String digits = padded.replace("=", "");
            boolean sharedEnd = digits.length() < padded.length();
            String core =
                    digits.substring(before == 0 ? 0 : before + 1, sharedEnd ? digits.length() - 1 : digits.length());
            List<String> starts = secret.length > MAX_SHARED ? List.of("") : starts(digits.charAt(before), before);
            for (String start : starts) {
                emit(start + core, forms);
                if (sharedEnd) {
                    char last = digits.charAt(digits.length() - 1);
                    emit(start + core + last + padded.substring(digits.length()), forms);
                    int unknown = padded.length() - digits.length();
                    for (char end : variants(last, unknown == 2 ? 0b001111 : 0b000011)) {
                        emit(start + core + end, forms);
                    }
                }
            }
        }
    }

    /** What the first digit with bits of the secret may be. */
    private static List<String> starts(char first, int before) {
        List<String> starts = new ArrayList<>();
        // One byte before leaves two of its bits in the digit, two leave four.
        int unknown = before == 0 ? 0 : before == 1 ? 0b110000 : 0b111100;
        for (char digit : before == 0 ? new char[0] : variants(first, unknown)) {
            starts.add(String.valueOf(digit));
        }
        return starts.isEmpty() ? List.of("") : starts;
    }

    /** All digits that are equal to one but for the bits of a mask. */
    private static char[] variants(char digit, int mask) {
        StringBuilder variants = new StringBuilder();
        int fixed = DIGITS.indexOf(digit) & ~mask;
        for (int value = 0; value < 64; value++) {
            if ((value & ~mask) == fixed) {
                variants.append(DIGITS.charAt(value));
            }
        }
        return variants.toString().toCharArray();
    }

    /** In the alphabet of Base64, that for URLs and file names, and the former in a URL. */
    private static void emit(String form, Consumer<byte[]> forms) {
        accept(form, forms);
        boolean special = form.indexOf('+') >= 0 || form.indexOf('/') >= 0;
        if (special) {
            accept(form.replace('+', '-').replace('/', '_'), forms);
        }
        if (special || form.indexOf('=') >= 0) {
            String escaped = form.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
            accept(escaped, forms);
            accept(escaped.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"), forms);
        }
    }

    private static void accept(String form, Consumer<byte[]> forms) {
        forms.accept(form.getBytes(StandardCharsets.US_ASCII));
    }
}
