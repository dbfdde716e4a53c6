package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.Set;

/** nginx's configuration: directives, their values, blocks. */
final class NginxLexer implements Lexer {
    private static final Set<String> CONSTANTS = Set.of("on", "off", "default", "any", "all", "none");

    @Override
    public void lex(String code, Tokens out) {
        boolean directive = true;
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            int start = at;
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                at = Scan.lineEnd(code, at);
                out.add(Kind.COMMENT, start, at);
            } else if (c == '{' || c == '}' || c == ';') {
                at++;
                out.add(Kind.OPERATOR, start, at);
                directive = true;
            } else if (c == '"' || c == '\'') {
                at = Scan.quoted(code, at);
                out.add(Kind.STRING, start, at);
                directive = false;
            } else {
                at = word(code, at);
                value(code, start, at, directive, out);
                directive = false;
            }
        }
    }

    /** The end of the word that begins at {@code start}; only <code>${name}</code> may hold braces. */
    private static int word(String code, int start) {
        int at = start;
        boolean braced = false;
        while (at < code.length()) {
            char c = code.charAt(at);
            boolean opens = c == '{' && at > start && code.charAt(at - 1) == '$';
            boolean closes = c == '}' && braced;
            if (Character.isWhitespace(c) || (";{}\"'".indexOf(c) >= 0 && !opens && !closes)) {
                break;
            }
            braced = opens || (braced && !closes);
            at += c == '\\' && at + 1 < code.length() ? 2 : 1;
        }
        return Math.max(at, start + 1);
    }

    private static void value(String code, int start, int end, boolean directive, Tokens out) {
        String word = code.substring(start, end);
        if (directive) {
            out.add(Kind.KEYWORD, start, end);
        } else if (CONSTANTS.contains(word)) {
            out.add(Kind.BUILTIN, start, end);
        } else if (Scan.isQuantity(word)) {
            out.add(Kind.NUMBER, start, end);
        } else {
            variables(code, start, end, out);
        }
    }

    private static void variables(String code, int start, int end, Tokens out) {
        int dollar = Scan.find(code, '$', start, end);
        while (dollar >= 0) {
            int to = dollar + 1;
            if (code.startsWith("{", to)) {
                int close = Scan.find(code, '}', to, end);
                to = close < 0 ? end : close + 1;
            }
            while (to < end && Scan.isName(code.charAt(to)) && code.charAt(to - 1) != '}') {
                to++;
            }
            out.add(to > dollar + 1 ? Kind.VARIABLE : Kind.PLAIN, dollar, to);
            dollar = Scan.find(code, '$', to, end);
        }
        out.add(Kind.PLAIN, out.position(), end);
    }
}
