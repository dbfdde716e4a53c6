package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import dev.runbook.check.ParameterUses.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds psql's variables. As in psql, they are not looked for inside literals, quoted identifiers, dollar quotes and
 * comments, and {@code ::} is a cast.
 */
final class SqlScanner {
    private final String code;
    private final List<Use> uses = new ArrayList<>();
    private int at;

    private SqlScanner(String code) {
        this.code = code;
    }

    static List<Use> uses(String code) {
        SqlScanner scanner = new SqlScanner(code);
        scanner.scan();
        return scanner.uses;
    }

    private void scan() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '\'') {
                literal();
            } else if (c == '"') {
                skipTo("\"", at + 1);
            } else if (code.startsWith("--", at)) {
                skipTo("\n", at);
            } else if (code.startsWith("/*", at)) {
                comment();
            } else if (c == '$') {
                dollarQuote();
            } else if (c == ':') {
                colon();
            } else {
                int end = Names.end(code, at, code.length());
                at = Math.max(end, at + 1);
            }
        }
    }

    /** {@code E'…'} knows backslashes; in all literals a doubled quote is two literals to us, which comes to the same. */
    private void literal() {
        boolean escapes = at > 0
                && (code.charAt(at - 1) == 'E' || code.charAt(at - 1) == 'e')
                && (at == 1 || !Names.isPart(code.charAt(at - 2)));
        at++;
        while (at < code.length() && code.charAt(at) != '\'') {
            at += escapes && code.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void comment() {
        int depth = 0;
        do {
            if (code.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (code.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < code.length());
    }

    private void dollarQuote() {
        int end = Names.end(code, at + 1, code.length());
        if (end < code.length() && code.charAt(end) == '$') {
            String tag = code.substring(at, end + 1);
            skipTo(tag, end + 1);
        } else {
            at = end;
        }
    }

    private void colon() {
        char next = at + 1 < code.length() ? code.charAt(at + 1) : ' ';
        if (next == ':') {
            at += 2;
        } else if (next == '\'' || next == '"') {
            int end = Names.end(code, at + 2, code.length());
            if (end > at + 2 && end < code.length() && code.charAt(end) == next) {
                Context context = next == '"' ? Context.SQL_IDENTIFIER : Context.SQL_LITERAL;
                uses.add(new Use(code.substring(at + 2, end), at, end + 1, context));
                at = end + 1;
            } else {
                at++;
            }
        } else {
            int end = Names.end(code, at + 1, code.length());
            if (end > at + 1) {
                uses.add(new Use(code.substring(at + 1, end), at, end, Context.RAW));
            }
            at = Math.max(end, at + 1);
        }
    }

    private void skipTo(String delimiter, int from) {
        int found = code.indexOf(delimiter, from);
        at = found < 0 ? code.length() : found + delimiter.length();
    }
}
