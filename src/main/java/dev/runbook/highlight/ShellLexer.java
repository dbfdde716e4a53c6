package dev.runbook.highlight;

/** Shell scripts: commands and their options, words, strings, expansions, here-documents. */
final class ShellLexer implements Lexer {
    @Override
    public void lex(String code, Tokens out) {
        new ShellScan(code, out).run();
    }
}
