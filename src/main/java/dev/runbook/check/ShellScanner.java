package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a shell text just far enough to know how each variable in it is quoted (POSIX shell grammar with bash's
 * extensions: {@code $'…'}, {@code [[ ]]}, {@code (( ))}, {@code <<<}). Never fails: of a text that is not well formed it
 * finds what it can. Takes linear time but for wrongly nested arithmetic.
 */
final class ShellScanner {
    /** Deeper nesting than this is not followed: no script that a person wrote has it. */
    private static final int MAX_DEPTH = 100;

    /** What looks like arithmetic is read this far, and so often in vain, before it is taken for nested parentheses. */
    private static final int MAX_ARITHMETIC = 4096;

    private static final int MAX_ATTEMPTS = 1000;

    private static final char NONE = '\0';

    /**
     * A variable that a value could be written in place of.
     *
     * @param splits whether the shell would split the value into words and expand {@code *} in it
     */
    record Reference(String name, int start, int end, Context context, boolean splits) {}

    private record HereDocument(String delimiter, boolean expanded, boolean tabs) {}

    private final String text;
    private final List<Reference> references = new ArrayList<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<Integer> notArithmetic = new HashSet<>();
    private Deque<HereDocument> pending = new ArrayDeque<>();
    /** Where the text ends, or the here-document that is being read. */
    private int limit;

    private int at;
    private int depth;
    /** Above 0 where a value could not be written in place of a variable. */
    private int opaque;

    private ShellScanner(String text) {
        this.text = text;
        this.limit = text.length();
    }

    static ShellScanner scan(String text) {
        ShellScanner scanner = new ShellScanner(text);
        scanner.commands(NONE);
        return scanner;
    }

    /** In no particular order. */
    List<Reference> references() {
        return references;
    }

    /** The names that the text itself gives a value to. */
    Set<String> assigned() {
        return assigned;
    }

    /** Commands up to and with an unquoted {@code closer}, or up to the end. */
    private void commands(char closer) {
        if (++depth > MAX_DEPTH) {
            at = limit;
        }
        ShellWords words = new ShellWords(assigned);
        while (at < limit) {
            char c = text.charAt(at);
            if (c == closer && !(c == ')' && words.endsPattern())) {
                at++;
                break;
            }
            command(c, words);
        }
        depth--;
    }

    private void command(char c, ShellWords words) {
        switch (c) {
            case ' ', '\t' -> {
                at++;
                words.endWord();
            }
            case '\n' -> {
                at++;
                words.endCommand();
                hereDocuments();
            }
            case ';', '&', '|', ')' -> {
                at++;
                words.endCommand();
            }
            case '(' -> {
                if (!words.atCommand() || !peek("((") || !arithmetic(2)) {
                    at++;
                    commands(')');
                }
                words.quoted();
            }
            case '<', '>' -> redirection(words);
            case '#' -> {
                if (words.atWord()) {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? limit : Math.min(end, limit);
                } else {
                    at++;
                }
            }
            default -> word(c, words);
        }
    }

    private void word(char c, ShellWords words) {
        switch (c) {
            case '\\' -> {
                if (!peek("\\\n")) {
                    words.quoted();
                }
                at = Math.min(at + 2, limit);
            }
            case '\'' -> {
                words.quoted();
                singleQuoted();
            }
            case '"' -> {
                words.quoted();
                doubleQuoted(true);
            }
            case '`' -> {
                words.quoted();
                backQuoted();
            }
            case '$' -> {
                boolean splits = words.splits();
                words.quoted();
                dollar(Context.SHELL_BARE, splits);
            }
            default -> {
                int start = at;
                while (at < limit && ShellWords.isPlain(text.charAt(at), at > start)) {
                    at++;
                }
                at = Math.max(at, start + 1);
                words.plain(text.substring(start, at), at >= limit || ShellWords.isMeta(text.charAt(at)));
            }
        }
    }

    private void redirection(ShellWords words) {
        if (peek("<<<")) {
            at += 3;
            while (peek(" ")) {
                at++;
            }
            words.endWord();
            words.keepNextWord();
        } else if (peek("<<")) {
            at += 2;
            boolean tabs = peek("-");
            at += tabs ? 1 : 0;
            while (peek(" ") || peek("\t")) {
                at++;
            }
            delimiter(tabs);
            words.quoted();
        } else if (peek("<(") || peek(">(")) {
            at += 2;
            commands(')');
            words.quoted();
        } else {
            at++;
            words.endWord();
        }
    }

    private void delimiter(boolean tabs) {
        StringBuilder word = new StringBuilder();
        boolean expanded = true;
        char quote = NONE;
        for (; at < limit; at++) {
            char c = text.charAt(at);
            if (quote == NONE ? ShellWords.isMeta(c) : c == '\n') {
                break;
            }
            if (c == quote) {
                quote = NONE;
            } else if (quote == NONE && (c == '\'' || c == '"')) {
                quote = c;
                expanded = false;
            } else if (quote == NONE && c == '\\' && at + 1 < limit) {
                expanded = false;
                at++;
                word.append(text.charAt(at));
            } else {
                word.append(c);
            }
        }
        pending.add(new HereDocument(word.toString(), expanded, tabs));
    }

    /** The bodies of the here-documents that were announced on the line that has just ended. */
    private void hereDocuments() {
        while (!pending.isEmpty()) {
            HereDocument document = pending.removeFirst();
            int start = at;
            int end = limit;
            while (at < limit) {
                int newline = text.indexOf('\n', at);
                int lineEnd = newline < 0 ? limit : Math.min(newline, limit);
                int lineStart = at;
                while (document.tabs() && lineStart < lineEnd && text.charAt(lineStart) == '\t') {
                    lineStart++;
                }
                end = at;
                at = Math.min(lineEnd + 1, limit);
                if (text.substring(lineStart, lineEnd).equals(document.delimiter())) {
                    break;
                }
                end = at;
            }
            if (document.expanded()) {
                body(start, end);
            }
        }
    }

    private void body(int start, int end) {
        int after = at;
        int outerLimit = limit;
        Deque<HereDocument> outerPending = pending;
        pending = new ArrayDeque<>();
        at = start;
        limit = end;
        while (at < limit) {
            expansion(text.charAt(at), Context.SHELL_HEREDOC);
        }
        at = after;
        limit = outerLimit;
        pending = outerPending;
    }

    /** One character, or what it begins, where only backslashes, dollars and back quotes have a meaning. */
    private void expansion(char c, Context context) {
        switch (c) {
            case '\\' -> at = Math.min(at + 2, limit);
            case '`' -> backQuoted();
            case '$' -> dollar(context, false);
            default -> at++;
        }
    }

    private void singleQuoted() {
        int end = text.indexOf('\'', at + 1);
        at = end < 0 || end >= limit ? limit : end + 1;
    }

    private void ansiQuoted() {
        at += 2;
        while (at < limit && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, limit);
    }

    /**
     * A text in double quotes, from the first quote on.
     *
     * @param whole whether a variable alone in it makes a word that the quotes are part of
     */
    private void doubleQuoted(boolean whole) {
        int open = at;
        int before = references.size();
        at++;
        while (at < limit && text.charAt(at) != '"') {
            expansion(text.charAt(at), Context.SHELL_DOUBLE);
        }
        boolean closed = at < limit;
        at = Math.min(at + 1, limit);
        if (whole && closed && references.size() == before + 1) {
            Reference only = references.get(before);
            if (only.start() == open + 1 && only.end() == at - 1) {
                references.set(before, new Reference(only.name(), open, at, Context.SHELL_WORD, false));
            }
        }
    }

    private void backQuoted() {
        opaque++;
        at++;
        commands('`');
        opaque--;
    }

    private void dollar(Context context, boolean splits) {
        int start = at;
        if (peek("$((") && arithmetic(3)) {
            return;
        }
        if (peek("$(")) {
            at += 2;
            commands(')');
        } else if (peek("${")) {
            braces(start, context, splits);
        } else if (context == Context.SHELL_BARE && peek("$'")) {
            ansiQuoted();
        } else if (context == Context.SHELL_BARE && peek("$\"")) {
            at++;
            doubleQuoted(false);
        } else {
            int end = Names.end(text, start + 1, limit);
            if (end > start + 1) {
                refer(start + 1, end, start, end, context, splits);
            }
            at = Math.max(end, Math.min(start + 2, limit));
            if (end == start + 1 && at - 1 < limit && "\"'`\\ \t\n;&|<>()".indexOf(text.charAt(at - 1)) >= 0) {
                at--; // a dollar that stands for itself
            }
        }
    }

    private void braces(int start, Context context, boolean splits) {
        int end = Names.end(text, start + 2, limit);
        if (end > start + 2 && end < limit && text.charAt(end) == '}') {
            at = end + 1;
            refer(start + 2, end, start, at, context, splits);
            return;
        }
        depth++;
        opaque++;
        at = depth > MAX_DEPTH ? limit : Math.max(end, start + 2);
        while (at < limit && text.charAt(at) != '}') {
            char c = text.charAt(at);
            if (c == '"') {
                doubleQuoted(false);
            } else if (c == '\'' && context == Context.SHELL_BARE) {
                singleQuoted();
            } else {
                expansion(c, context);
            }
        }
        at = Math.min(at + 1, limit);
        opaque--;
        depth--;
    }

    /** {@code ((…))}; where it turns out to be nested parentheses, nothing is read and the answer is no. */
    private boolean arithmetic(int opening) {
        int start = at;
        if (depth > MAX_DEPTH || notArithmetic.size() > MAX_ATTEMPTS || notArithmetic.contains(start)) {
            return false;
        }
        int before = references.size();
        opaque++;
        depth++;
        at += opening;
        boolean closed = false;
        for (int open = 0; at < limit && at - start < MAX_ARITHMETIC && !closed && open >= 0; ) {
            char c = text.charAt(at);
            if (open == 0 && peek("))")) {
                at += 2;
                closed = true;
            } else if (c == '(' || c == ')') {
                open += c == '(' ? 1 : -1;
                at++;
            } else if (c == '"') {
                doubleQuoted(false);
            } else {
                expansion(c, Context.SHELL_DOUBLE);
            }
        }
        depth--;
        opaque--;
        if (!closed) {
            notArithmetic.add(start);
            references.subList(before, references.size()).clear();
            at = start;
        }
        return closed;
    }

    private void refer(int nameStart, int nameEnd, int start, int end, Context context, boolean splits) {
        if (opaque == 0) {
            references.add(new Reference(text.substring(nameStart, nameEnd), start, end, context, splits));
        }
    }

    private boolean peek(String expected) {
        return at + expected.length() <= limit && text.startsWith(expected, at);
    }
}
