package dev.runbook.highlight;

/** Splits the code of one language. Holds nothing between two calls: may be used by several threads at once. */
interface Lexer {
    /** Adds the tokens of {@code code} in order; what it leaves out is plain. Linear in the length of the code. */
    void lex(String code, Tokens out);
}
