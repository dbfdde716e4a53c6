package dev.runbook.cli;

import dev.runbook.highlight.Highlighter;
import dev.runbook.highlight.Token;

/** Code for a terminal, ending with a newline unless empty. */
final class CodeText {
    private CodeText() {}

    static String of(String language, String code, Style style) {
        String text = Terminal.clean(code);
        String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        if (!style.colour()) {
            return whole;
        }
        StringBuilder out = new StringBuilder();
        for (Token token : Highlighter.tokens(language, whole)) {
            append(out, token.text(), sgr(token.kind()), style);
        }
        return out.toString();
    }

    /** Line by line: pagers and terminals lose a colour at a line's end. */
    private static void append(StringBuilder out, String text, String sgr, Style style) {
        if (sgr.isEmpty()) {
            out.append(text);
            return;
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            out.append(style.paint(sgr, text.substring(start, end))).append('\n');
            start = end + 1;
        }
        out.append(style.paint(sgr, text.substring(start)));
    }

    private static String sgr(Token.Kind kind) {
        return switch (kind) {
            case COMMENT, OUTPUT, PROMPT -> "2";
            case KEYWORD, TAG -> "35";
            case BUILTIN, FUNCTION -> "34";
            case STRING, DIFF_ADD -> "32";
            case NUMBER, VARIABLE, TYPE, KEY, ATTRIBUTE, DIFF_HUNK -> "36";
            case DIFF_DEL -> "31";
            case DIFF_FILE -> "1";
            case PLAIN, OPERATOR, DIFF_CONTEXT -> "";
        };
    }
}
