package dev.runbook.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Destinations of links. */
final class Urls {
    /** Schemes that cannot run anything or read the reader's files. */
    static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto", "tel", "ssh");

    /** What RFC 3986 allows besides letters and digits, without brackets; {@code %} is looked at apart. */
    private static final String KEPT = "-._~:/?#@!$&'()*+,;=";

    private Urls() {}

    /** Whether a destination is relative or of a scheme that is harmless. */
    static boolean isSafe(String destination) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < destination.length(); i++) {
            char c = destination.charAt(i);
            if (c == ':') {
                return !isScheme(scheme)
                        || SAFE_SCHEMES.contains(scheme.toString().toLowerCase(Locale.ROOT));
            }
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            // Browsers drop control characters and spaces before they look for the scheme.
            if (c > ' ' && c != 0x7F) {
                scheme.append(c);
            }
        }
        return true;
    }

    /** Whether a text before a colon is a scheme to a browser; otherwise it is part of a path. */
    private static boolean isScheme(CharSequence text) {
        return text.length() > 0
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }

    /** The destination with all characters encoded that a URL cannot hold; what is encoded already stays. */
    static String encode(String destination) {
        if (isPlain(destination)) {
            return destination;
        }
        StringBuilder out = new StringBuilder(destination.length() + 16);
        for (int i = 0; i < destination.length(); ) {
            int c = destination.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isKept(c) || (c == '%' && isEscape(destination, i))) {
                out.append((char) c);
            } else {
                for (byte b : destination.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(hex(b >> 4)).append(hex(b));
                }
            }
            i = next;
        }
        return out.toString();
    }

    private static boolean isPlain(String destination) {
        for (int i = 0; i < destination.length(); i++) {
            if (!isKept(destination.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && KEPT.indexOf(c) >= 0);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static char hex(int value) {
        return Character.toUpperCase(Character.forDigit(value & 0xF, 16));
    }
}
