package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the tokens of a text from left to right. Whatever a lexer does, the texts of the tokens put together are the
 * code: gaps become plain, and what overlaps an earlier token is cut.
 */
final class Tokens {
    private final String code;
    private final List<Token> list = new ArrayList<>();
    private Kind pending = Kind.PLAIN;
    private int start;
    private int end;

    Tokens(String code) {
        this.code = code;
    }

    /** The part from {@code from} to {@code to} is a {@code kind}. */
    void add(Kind kind, int from, int to) {
        int begin = Math.max(from, end);
        int stop = Math.min(to, code.length());
        if (stop <= begin) {
            return;
        }
        if (begin > end) {
            extend(Kind.PLAIN, begin);
        }
        extend(kind, stop);
    }

    /** As {@link #add}, as a token of its own even where the one before is of the same kind. */
    void addApart(Kind kind, int from, int to) {
        flush();
        add(kind, from, to);
    }

    /** Where the next token begins. */
    int position() {
        return end;
    }

    List<Token> finish() {
        if (end < code.length()) {
            extend(Kind.PLAIN, code.length());
        }
        flush();
        return List.copyOf(list);
    }

    private void extend(Kind kind, int to) {
        if (kind != pending) {
            flush();
            pending = kind;
        }
        end = to;
    }

    private void flush() {
        if (end > start) {
            list.add(new Token(pending, code.substring(start, end)));
            start = end;
        }
    }
}
