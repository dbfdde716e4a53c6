package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.Locale;
import java.util.Set;

/** Files of {@code key = value} lines under {@code [section]}s. */
final class SettingsLexer implements Lexer {
    /** Keys end at {@code =} or {@code :}; a comment takes its whole line. */
    static final Lexer INI = new SettingsLexer(false);

    /** As in postgresql.conf or redis.conf: a key may end at a space, and a comment may stand behind a value. */
    static final Lexer CONF = new SettingsLexer(true);

    private static final Set<String> CONSTANTS = Set.of("true", "false", "yes", "no", "on", "off", "none", "null");

    private final boolean loose;

    private SettingsLexer(boolean loose) {
        this.loose = loose;
    }

    @Override
    public void lex(String code, Tokens out) {
        int start = 0;
        while (start < code.length()) {
            int end = Scan.lineEnd(code, start);
            int first = start;
            while (first < end && Character.isWhitespace(code.charAt(first))) {
                first++;
            }
            if (first < end) {
                line(code, first, end, out);
            }
            start = end + 1;
        }
    }

    private void line(String code, int start, int end, Tokens out) {
        char c = code.charAt(start);
        if (c == '#' || c == ';') {
            out.add(Kind.COMMENT, start, end);
        } else if (c == '[') {
            out.add(Kind.TYPE, start, end);
        } else {
            int separator = start;
            while (separator < end && !isSeparator(code, separator)) {
                separator++;
            }
            if (separator < end) {
                int key = separator;
                while (key > start && Character.isWhitespace(code.charAt(key - 1))) {
                    key--;
                }
                out.add(Kind.KEY, start, key);
                int value = separator;
                while (value < end && " \t=:".indexOf(code.charAt(value)) >= 0) {
                    value++;
                }
                out.add(code.substring(separator, value).isBlank() ? Kind.PLAIN : Kind.OPERATOR, separator, value);
                value(code, value, end, out);
            }
        }
    }

    private boolean isSeparator(String code, int at) {
        char c = code.charAt(at);
        return c == '=' || (loose ? c == ' ' || c == '\t' : c == ':');
    }

    private void value(String code, int start, int end, Tokens out) {
        int stop = loose ? comment(code, start, end) : end;
        int last = stop;
        while (last > start && Character.isWhitespace(code.charAt(last - 1))) {
            last--;
        }
        String value = code.substring(start, last);
        if (Scan.isQuantity(value)) {
            out.add(Kind.NUMBER, start, last);
        } else if (CONSTANTS.contains(value.toLowerCase(Locale.ROOT))) {
            out.add(Kind.BUILTIN, start, last);
        } else if (!value.isEmpty() && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            out.add(Kind.STRING, start, last);
        } else {
            references(code, start, last, out);
        }
        out.add(Kind.COMMENT, stop, end);
    }

    /** Where a comment behind the value begins: a {@code #} after a space, outside quotes. */
    private static int comment(String code, int start, int end) {
        int at = start;
        while (at < end) {
            char c = code.charAt(at);
            if (c == '"' || c == '\'') {
                at = Scan.quoted(code, at);
            } else if (c == '#' && at > 0 && Character.isWhitespace(code.charAt(at - 1))) {
                return at;
            } else {
                at++;
            }
        }
        return end;
    }

    private static void references(String code, int start, int end, Tokens out) {
        int open = Scan.find(code, '$', start, end);
        while (open >= 0) {
            int close = code.startsWith("${", open) ? Scan.find(code, '}', open, end) : open;
            if (close < 0) {
                return;
            }
            out.add(close > open ? Kind.VARIABLE : Kind.PLAIN, open, close + 1);
            open = Scan.find(code, '$', close + 1, end);
        }
    }
}
