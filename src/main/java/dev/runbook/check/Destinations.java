package dev.runbook.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Link destinations as texts: what their parts are, and from one path to another. */
final class Destinations {
    private static final String UNRESERVED = "-._~!$&'*+,;=:@/";

    private Destinations() {}

    /** Whether it has a scheme ({@code https:}, {@code mailto:}) or a host ({@code //host/}). */
    static boolean isExternal(String destination) {
        if (destination.startsWith("//")) {
            return true;
        }
        int colon = destination.indexOf(':');
        if (colon < 2 || !isLetter(destination.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = destination.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** {@code %E6%97%A5} as 日; a {@code %} that begins no byte stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As an author writes it: only what would end the destination is encoded, Japanese stays readable. */
    static String encode(String path) {
        StringBuilder out = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (c > 0x7F || Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", c));
            }
        });
        return out.toString();
    }

    /**
     * A relative path seen from a folder; empty if it leads out.
     *
     * @param folder relative to the handbook's, without a last {@code /}
     */
    static Optional<String> join(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        if (!folder.isEmpty()) {
            parts.addAll(Arrays.asList(folder.split("/", -1)));
        }
        for (String part : relative.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        boolean isFolder = relative.endsWith("/") && !parts.isEmpty();
        return Optional.of(String.join("/", parts) + (isFolder ? "/" : ""));
    }

    /** The way from a folder to a file. */
    static String relative(String folder, String file) {
        Deque<String> from = new ArrayDeque<>(folder.isEmpty() ? List.of() : Arrays.asList(folder.split("/")));
        Deque<String> to = new ArrayDeque<>(Arrays.asList(file.split("/")));
        Iterator<String> shared = from.iterator();
        while (shared.hasNext() && to.size() > 1 && shared.next().equals(to.peekFirst())) {
            shared.remove();
            to.removeFirst();
        }
        return "../".repeat(from.size()) + String.join("/", to);
    }
}
