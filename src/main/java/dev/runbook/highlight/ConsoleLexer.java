package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;

/** A terminal session: commands behind {@code # } or {@code $ }, continued behind {@code > }; all else is output. */
final class ConsoleLexer implements Lexer {
    private static final int PROMPT_LENGTH = 2;

    private final Lexer commands;

    ConsoleLexer(Lexer commands) {
        this.commands = commands;
    }

    @Override
    public void lex(String code, Tokens out) {
        int start = 0;
        while (start < code.length()) {
            int end = lineEnd(code, start);
            if (isPrompt(code, start, '#') || isPrompt(code, start, '$')) {
                while (end < code.length() && isPrompt(code, end, '>')) {
                    end = lineEnd(code, end);
                }
                command(code, start, end, out);
            } else {
                out.add(Kind.OUTPUT, start, end);
            }
            start = end;
        }
    }

    /** A command is coloured as a whole, without its prompts, so that a string may go over several lines. */
    private void command(String code, int start, int end, Tokens out) {
        StringBuilder bare = new StringBuilder(end - start);
        for (int line = start; line < end; line = lineEnd(code, line)) {
            bare.append(code, line + PROMPT_LENGTH, Math.max(lineEnd(code, line), line + PROMPT_LENGTH));
        }
        Tokens inner = new Tokens(bare.toString());
        commands.lex(bare.toString(), inner);
        int at = start;
        boolean lineStart = true;
        for (Token token : inner.finish()) {
            String text = token.text();
            int from = 0;
            while (from < text.length()) {
                if (lineStart) {
                    out.add(Kind.PROMPT, at, at + PROMPT_LENGTH);
                    at += PROMPT_LENGTH;
                }
                int newline = text.indexOf('\n', from);
                int to = newline < 0 ? text.length() : newline + 1;
                out.add(token.kind(), at, at + to - from);
                at += to - from;
                from = to;
                lineStart = newline >= 0;
            }
        }
        out.add(Kind.PROMPT, at, end);
    }

    /** A bare {@code #} or {@code $} at a line's end is no prompt: there is no command behind it. */
    private static boolean isPrompt(String code, int at, char prompt) {
        return at + 1 < code.length() && code.charAt(at) == prompt && code.charAt(at + 1) == ' ';
    }

    private static int lineEnd(String code, int start) {
        int newline = code.indexOf('\n', start);
        return newline < 0 ? code.length() : newline + 1;
    }
}
