package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One pass over a shell script. Nesting ({@code "$(…"$(…)"…)"}) is kept on a stack of its own, so that no input is too
 * deep; every character is looked at a bounded number of times.
 */
final class ShellScan {
    /** What the scan is inside of. */
    private enum Context {
        COMMANDS,
        /** {@code $(…)} or {@code (…)}. */
        PARENTHESES,
        BACKQUOTES,
        DOUBLE_QUOTES,
        /** <code>${…}</code> with an operator, whose word may hold anything. */
        BRACES
    }

    private final String code;
    private final Tokens out;
    private final Deque<Context> contexts = new ArrayDeque<>();
    private final HereDocuments hereDocuments;
    private final CommandPosition position = new CommandPosition();
    private int at;

    ShellScan(String code, Tokens out) {
        this.code = code;
        this.out = out;
        this.hereDocuments = new HereDocuments(code, out);
        contexts.push(Context.COMMANDS);
    }

    void run() {
        while (at < code.length()) {
            switch (contexts.element()) {
                case DOUBLE_QUOTES -> quoted('"');
                case BRACES -> quoted('}');
                default -> commands();
            }
        }
    }

    private void commands() {
        char c = code.charAt(at);
        int start = at;
        if (c == '\n') {
            at++;
            at = hereDocuments.bodies(at);
            position.expectCommand();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (c == '#' && isWordStart()) {
            at = Scan.lineEnd(code, at);
            out.add(Kind.COMMENT, start, at);
        } else if (";|&()".indexOf(c) >= 0) {
            separator(c);
        } else if (c == '<' || c == '>') {
            redirection();
        } else if (c == '"') {
            open(Context.DOUBLE_QUOTES, Kind.STRING, 1);
            position.word();
        } else if (c == '\'') {
            singleQuoted();
            position.word();
        } else if (c == '$') {
            dollar();
            position.word();
        } else if (c == '`') {
            backquote();
        } else {
            word();
        }
    }

    private boolean isWordStart() {
        return at == 0 || " \t\n;|&()`".indexOf(code.charAt(at - 1)) >= 0;
    }

    private void separator(char c) {
        at++;
        out.add(Kind.OPERATOR, at - 1, at);
        if (c == '(') {
            contexts.push(Context.PARENTHESES);
        } else if (c == ')' && contexts.element() == Context.PARENTHESES) {
            contexts.pop();
            position.word();
            return;
        }
        position.expectCommand();
    }

    private void redirection() {
        int start = at;
        while (at < code.length() && at - start < 3 && "<>&-".indexOf(code.charAt(at)) >= 0) {
            at++;
        }
        out.add(Kind.OPERATOR, start, at);
        String operator = code.substring(start, at);
        if (operator.equals("<<") || operator.equals("<<-")) {
            at = hereDocuments.delimiter(at, operator.endsWith("-"));
        } else if (operator.endsWith("(") || (at < code.length() && code.charAt(at) == '(')) {
            position.expectCommand();
        } else {
            position.target();
        }
    }

    private void singleQuoted() {
        int close = code.indexOf('\'', at + 1);
        int end = close < 0 ? code.length() : close + 1;
        out.add(Kind.STRING, at, end);
        at = end;
    }

    private void backquote() {
        if (contexts.element() == Context.BACKQUOTES) {
            contexts.pop();
            position.word();
            out.add(Kind.OPERATOR, at, at + 1);
            at++;
        } else {
            open(Context.BACKQUOTES, Kind.OPERATOR, 1);
            position.expectCommand();
        }
    }

    private void open(Context context, Kind kind, int length) {
        out.add(kind, at, at + length);
        at += length;
        contexts.push(context);
    }

    /** Inside double quotes or a <code>${…}</code>: text and expansions. */
    private void quoted(char close) {
        char c = code.charAt(at);
        Kind kind = close == '"' ? Kind.STRING : Kind.VARIABLE;
        if (c == close) {
            out.add(kind, at, at + 1);
            at++;
            contexts.pop();
        } else if (c == '$') {
            dollar();
        } else if (c == '`') {
            backquote();
        } else if (c == '"') {
            open(Context.DOUBLE_QUOTES, Kind.STRING, 1);
        } else {
            int length = c == '\\' ? 2 : 1;
            out.add(kind, at, at + length);
            at += length;
        }
    }

    private void dollar() {
        char next = at + 1 < code.length() ? code.charAt(at + 1) : ' ';
        int start = at;
        if (next == '(') {
            open(Context.PARENTHESES, Kind.OPERATOR, 2);
            position.expectCommand();
        } else if (next == '{') {
            open(Context.BRACES, Kind.VARIABLE, 2);
        } else if (next == '\'' && contexts.element() != Context.DOUBLE_QUOTES) {
            at = Math.min(Math.max(escapedEnd(at + 2), at + 2), code.length());
            out.add(Kind.STRING, start, at);
        } else if (Scan.isName(next)) {
            at += 2;
            while (!Character.isDigit(next) && at < code.length() && Scan.isName(code.charAt(at))) {
                at++;
            }
            out.add(Kind.VARIABLE, start, at);
        } else {
            boolean special = "@*#?$!-".indexOf(next) >= 0;
            at += special ? 2 : 1;
            Kind other = contexts.element() == Context.DOUBLE_QUOTES ? Kind.STRING : Kind.PLAIN;
            out.add(special ? Kind.VARIABLE : other, start, at);
        }
    }

    /** Behind the {@code $'…'} string whose text begins at {@code from}. */
    private int escapedEnd(int from) {
        int end = from;
        while (end < code.length() && code.charAt(end) != '\'') {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private void word() {
        int start = at;
        while (at < code.length() && " \t\r\n;|&()<>\"'$`".indexOf(code.charAt(at)) < 0) {
            boolean assigns = code.charAt(at) == '=' && position.isCommandExpected() && isAssignment(start);
            if (assigns) {
                out.add(Kind.VARIABLE, start, at);
                out.add(Kind.OPERATOR, at, at + 1);
                at++;
                position.assignment();
                return;
            }
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, code.length());
        String word = code.substring(start, at);
        boolean descriptor = at < code.length()
                && "<>".indexOf(code.charAt(at)) >= 0
                && word.chars().allMatch(Character::isDigit);
        boolean whole = isBoundary(start - 1) && isBoundary(at);
        out.add(descriptor ? Kind.OPERATOR : position.kindOf(word, whole), start, at);
    }

    private boolean isAssignment(int start) {
        int end = at > start && code.charAt(at - 1) == '+' ? at - 1 : at;
        for (int i = start; i < end; i++) {
            if (!Scan.isName(code.charAt(i))) {
                return false;
            }
        }
        return end > start && isBoundary(start - 1);
    }

    private boolean isBoundary(int offset) {
        return offset < 0 || offset >= code.length() || " \t\r\n;|&()<>`".indexOf(code.charAt(offset)) >= 0;
    }
}
