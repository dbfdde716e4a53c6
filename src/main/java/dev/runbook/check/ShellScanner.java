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
final class ShellScanner extends ShellExpansions {
    private static final char NONE = '\0';

    private record HereDocument(String delimiter, boolean expanded, boolean tabs) {}

    private final Set<String> assigned = new HashSet<>();
    private final List<Region> comments = new ArrayList<>();
    private Deque<HereDocument> pending = new ArrayDeque<>();

    private ShellScanner(String text) {
        super(text);
    }

    static ShellScanner scan(String text) {
        ShellScanner scanner = new ShellScanner(text);
        scanner.commands(NONE);
        return scanner;
    }

    /** The names that the text itself gives a value to. */
    Set<String> assigned() {
        return assigned;
    }

    List<Region> comments() {
        return comments;
    }

    @Override
    void commands(char closer) {
        if (++depth > MAX_DEPTH) {
            at = limit;
        }
        ShellWords words = new ShellWords(assigned, events, depth == 1, () -> at);
        while (at < limit) {
            char c = text.charAt(at);
            if (c == closer && !(c == ')' && words.endsPattern())) {
                at++;
                break;
            }
            command(c, words);
        }
        words.endCommand();
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
                if (peek("()") && words.defines()) {
                    at += 2;
                    return;
                }
                if (!words.atCommand() || !peek("((") || !arithmetic(2)) {
                    at++;
                    commands(')');
                }
                words.quoted();
            }
            case '<', '>' -> redirection(words);
            case '#' -> {
                if (words.atWord()) {
                    int start = at;
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? limit : Math.min(end, limit);
                    comments.add(new Region(start, at));
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
                words.plain(text.substring(start, at), start, at >= limit || ShellWords.isMeta(text.charAt(at)));
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
            relativeFile();
        }
    }

    /** The file of a redirection, if it is named by a path that begins in the working directory. */
    private void relativeFile() {
        int name = at;
        while (name < limit && " >|".indexOf(text.charAt(name)) >= 0) {
            name++;
        }
        if (name < limit && "/~&$\"'(-".indexOf(text.charAt(name)) < 0) {
            events.add(ShellEvents.Kind.OPENS, "", name, name);
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
            texts().add(new Region(start, end));
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
}
