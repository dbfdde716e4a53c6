package dev.runbook.highlight;

/** What the lexers look for in a text. */
final class Scan {
    private Scan() {}

    /** The offset of the line's newline, or the text's end. */
    static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline;
    }

    /** The offset of {@code wanted} from {@code from} on and before {@code end}, or -1. */
    static int find(String text, char wanted, int from, int end) {
        for (int at = from; at < end; at++) {
            if (text.charAt(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Behind the closing quote of the string that begins at {@code from}; an unclosed one ends with its line. */
    static int quoted(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            at += c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        return at;
    }

    /** Whether the character may stand in a variable's name. */
    static boolean isName(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether the word is a number, perhaps with a unit: {@code 6432}, {@code 64k}, {@code 1.5GB}, {@code 0755}. */
    static boolean isQuantity(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int digits = at;
        while (at < word.length() && (Character.isDigit(word.charAt(at)) || (word.charAt(at) == '.' && at > digits))) {
            at++;
        }
        if (at == digits) {
            return false;
        }
        int unit = at;
        while (at < word.length() && (Character.isLetter(word.charAt(at)) || word.charAt(at) == '%')) {
            at++;
        }
        return at == word.length() && at - unit <= 3;
    }
}
