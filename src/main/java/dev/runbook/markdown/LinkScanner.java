package dev.runbook.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of links by CommonMark 0.31.2, sections 4.7 and 6.3. flexmark's own are of 0.28, and take time that grows with
 * the square of a hostile text.
 */
final class LinkScanner {
    private static final int MAX_LABEL = 999;
    private static final int MAX_PARENTHESES = 32;

    private final String text;
    private int at;

    private LinkScanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** {@code (destination "title")}. */
    static Optional<LinkTarget> inline(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '(') {
            return Optional.empty();
        }
        LinkScanner scanner = new LinkScanner(text, from + 1);
        scanner.skipSpace();
        Optional<String> destination = scanner.destination();
        if (destination.isEmpty()) {
            return Optional.empty();
        }
        int afterDestination = scanner.at;
        scanner.skipSpace();
        Optional<String> title = scanner.at > afterDestination ? scanner.title() : Optional.empty();
        scanner.skipSpace();
        return scanner.at < text.length() && text.charAt(scanner.at) == ')'
                ? Optional.of(new LinkTarget(destination.get(), title, scanner.at + 1))
                : Optional.empty();
    }

    /** What follows the {@code :} of a definition, up to the end of its line. */
    static Optional<LinkTarget> definition(String text, int from) {
        LinkScanner scanner = new LinkScanner(text, from);
        scanner.skipSpace();
        boolean empty = scanner.at >= text.length();
        Optional<String> destination = empty ? Optional.empty() : scanner.destination();
        if (destination.isEmpty() || (destination.get().isEmpty() && text.charAt(scanner.at - 1) != '>')) {
            return Optional.empty();
        }
        int afterDestination = scanner.at;
        scanner.skipSpace();
        Optional<String> title = scanner.at > afterDestination ? scanner.title() : Optional.empty();
        if (title.isPresent() && scanner.isLineEnd()) {
            return Optional.of(new LinkTarget(destination.get(), title, scanner.at));
        }
        scanner.at = afterDestination;
        return scanner.isLineEnd()
                ? Optional.of(new LinkTarget(destination.get(), Optional.empty(), scanner.at))
                : Optional.empty();
    }

    /** The index behind a label that begins at a {@code [}; -1 if there is none. */
    static int endOfLabel(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '[') {
            return -1;
        }
        int last = Math.min(text.length(), from + MAX_LABEL + 2);
        for (int i = from + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i + 1;
            }
            if (c == '[') {
                return -1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** Labels that are the same once case and spaces do not count; empty for one that is none. */
    static String normalizedLabel(String label) {
        if (label.length() > MAX_LABEL) {
            return "";
        }
        // Both, so that ß, ẞ and SS are one.
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    private Optional<String> destination() {
        if (at < text.length() && text.charAt(at) == '<') {
            return bracketedDestination();
        }
        int from = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == 0x7F) {
                break;
            }
            if (c == '\\' && at + 1 < text.length() && isPunctuation(text.charAt(at + 1))) {
                at++;
            } else if (c == '(' && ++depth > MAX_PARENTHESES) {
                return Optional.empty();
            } else if (c == ')' && --depth < 0) {
                break;
            }
            at++;
        }
        return depth > 0 ? Optional.empty() : Optional.of(unescape(from, at));
    }

    private Optional<String> bracketedDestination() {
        int from = at + 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                at = i + 1;
                return Optional.of(unescape(from, i));
            }
            if (c == '<' || c == '\n') {
                return Optional.empty();
            }
            if (c == '\\') {
                i++;
            }
        }
        return Optional.empty();
    }

    private Optional<String> title() {
        char open = at < text.length() ? text.charAt(at) : 0;
        char close = open == '(' ? ')' : open;
        if (open != '"' && open != '\'' && open != '(') {
            return Optional.empty();
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == close) {
                String title = unescape(at + 1, i);
                at = i + 1;
                return Optional.of(title);
            }
            if (c == '(' && open == '(') {
                return Optional.empty();
            }
            if (c == '\\') {
                i++;
            }
        }
        return Optional.empty();
    }

    /** Spaces, tabs and line ends; a blank line cannot be among them, since it ends the paragraph. */
    private void skipSpace() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Whether nothing but spaces is left of the line; if so, moves on to the next. */
    private boolean isLineEnd() {
        int i = at;
        while (i < text.length() && " \t".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i < text.length() && text.charAt(i) != '\n') {
            return false;
        }
        at = Math.min(i + 1, text.length());
        return true;
    }

    private String unescape(int from, int to) {
        return Escaping.unescapeString(text.substring(from, to));
    }

    /** ASCII punctuation: what a backslash escapes. */
    static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}
