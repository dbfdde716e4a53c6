package dev.runbook.values;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A text as it stands in URLs and forms. Encoders differ in what they leave as it is, and in the case of hex digits. */
final class PercentForms {
    /** Besides ASCII letters and digits. */
    private static final List<String> KEPT = List.of(
            // RFC 3986's unreserved characters; JavaScript's encodeURIComponent and encodeURI; Python's quote; Java's
            // URLEncoder; all that may stand in a path.
            "-._~", "-._~!'()*", "-._~!'()*;/?:@&=+$,#", "-._~/", "-._*", "-._~!$&'()*+,;=:@/");

    private PercentForms() {}

    static Set<String> of(String text) {
        Set<String> forms = new LinkedHashSet<>();
        for (String kept : KEPT) {
            String upper = encode(text, kept, true);
            add(upper, forms);
            if (kept.indexOf('+') < 0) {
                add(upper.replace("%20", "+"), forms);
            }
        }
        add(encode(text, "", false), forms);
        return forms;
    }

    private static void add(String upper, Set<String> forms) {
        forms.add(upper);
        forms.add(lowerDigits(upper));
    }

    private static String encode(String text, String kept, boolean keepWords) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length * 3);
        for (byte b : bytes) {
            char c = (char) (b & 0xFF);
            if (kept.indexOf(c) >= 0 || (keepWords && isWord(c))) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static char hexDigit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }

    private static String lowerDigits(String upper) {
        char[] lower = upper.toCharArray();
        for (int i = 0; i + 2 < lower.length; i++) {
            if (lower[i] == '%') {
                lower[i + 1] = Character.toLowerCase(lower[i + 1]);
                lower[i + 2] = Character.toLowerCase(lower[i + 2]);
                i += 2;
            }
        }
        return new String(lower);
    }
}
