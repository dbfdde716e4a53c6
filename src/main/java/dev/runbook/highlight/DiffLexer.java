package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;

/** Unified diffs: each line is one token, its newline included. */
final class DiffLexer implements Lexer {
    @Override
    public void lex(String code, Tokens out) {
        int start = 0;
        while (start < code.length()) {
            int newline = code.indexOf('\n', start);
            int end = newline < 0 ? code.length() : newline + 1;
            out.addApart(kind(code, start), start, end);
            start = end;
        }
    }

    private static Kind kind(String code, int at) {
        if (code.startsWith("@@", at)) {
            return Kind.DIFF_HUNK;
        }
        if (code.startsWith("+++ ", at)
                || code.startsWith("--- ", at)
                || code.startsWith("diff ", at)
                || code.startsWith("index ", at)) {
            return Kind.DIFF_FILE;
        }
        return switch (code.charAt(at)) {
            case '+' -> Kind.DIFF_ADD;
            case '-' -> Kind.DIFF_DEL;
            default -> Kind.DIFF_CONTEXT;
        };
    }
}
