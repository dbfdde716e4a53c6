package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a shell expands and what quotes keep from it: the part of {@link ShellScanner} inside words. */
abstract class ShellExpansions {
    /** Deeper nesting than this is not followed: no script that a person wrote has it. */
    static final int MAX_DEPTH = 100;

    /** What looks like arithmetic is read this far, and so often in vain, before it is taken for nested parentheses. */
    private static final int MAX_ARITHMETIC = 4096;

    private static final int MAX_ATTEMPTS = 1000;

    /**
     * A variable that a value could be written in place of.
     *
     * @param splits whether the shell would split the value into words and expand {@code *} in it
     */
    record Reference(String name, int start, int end, Context context, boolean splits) {}

    /** A part of the text; the end is exclusive. */
    record Region(int start, int end) {}

    final String text;
    private final List<Reference> references = new ArrayList<>();
    private final List<Region> texts = new ArrayList<>();
    final ShellEvents events = new ShellEvents();
    private final Set<Integer> notArithmetic = new HashSet<>();
    /** Where the text ends, or the here-document that is being read. */
    int limit;

    int at;
    int depth;
    /** Above 0 where a value could not be written in place of a variable. */
    private int opaque;

    ShellExpansions(String text) {
        this.text = text;
        this.limit = text.length();
    }

    /** Reads commands up to and with an unquoted {@code closer}, or up to the end. */
    abstract void commands(char closer);

    /** In no particular order. */
    final List<Reference> references() {
        return references;
    }

    /** What is quoted, and the bodies of here-documents. */
    final List<Region> texts() {
        return texts;
    }

    /** One character, or what it begins, where only backslashes, dollars and back quotes have a meaning. */
    final void expansion(char c, Context context) {
        switch (c) {
            case '\\' -> at = Math.min(at + 2, limit);
            case '`' -> backQuoted();
            case '$' -> dollar(context, false);
            default -> at++;
        }
    }

    final void singleQuoted() {
        int open = at;
        int end = text.indexOf('\'', at + 1);
        at = end < 0 || end >= limit ? limit : end + 1;
        texts.add(new Region(open, at));
    }

    final void ansiQuoted() {
        int open = at;
        at += 2;
        while (at < limit && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, limit);
        texts.add(new Region(open, at));
    }

    /**
     * A text in double quotes, from the first quote on.
     *
     * @param whole whether a variable alone in it makes a word that the quotes are part of
     */
    final void doubleQuoted(boolean whole) {
        int open = at;
        int before = references.size();
        at++;
        while (at < limit && text.charAt(at) != '"') {
            expansion(text.charAt(at), Context.SHELL_DOUBLE);
        }
        boolean closed = at < limit;
        at = Math.min(at + 1, limit);
        texts.add(new Region(open, at));
        if (whole && closed && references.size() == before + 1) {
            Reference only = references.get(before);
            if (only.start() == open + 1 && only.end() == at - 1) {
                references.set(before, new Reference(only.name(), open, at, Context.SHELL_WORD, false));
            }
        }
    }

    final void backQuoted() {
        opaque++;
        at++;
        commands('`');
        opaque--;
    }

    final void dollar(Context context, boolean splits) {
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
                reads(start + 1, end);
                refer(start + 1, end, start, end, context, splits);
            }
            at = Math.max(end, Math.min(start + 2, limit));
            if (end == start + 1 && at - 1 < limit && "\"'`\\ \t\n;&|<>()".indexOf(text.charAt(at - 1)) >= 0) {
                at--; // a dollar that stands for itself
            }
        }
    }

    final void braces(int start, Context context, boolean splits) {
        int end = Names.end(text, start + 2, limit);
        if (end > start + 2 && end < limit && text.charAt(end) == '}') {
            at = end + 1;
            reads(start + 2, end);
            refer(start + 2, end, start, at, context, splits);
            return;
        }
        depth++;
        opaque++;
        int name = peek("${#") || peek("${!") ? start + 3 : start + 2;
        reads(name, Names.end(text, name, limit));
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
    final boolean arithmetic(int opening) {
        int start = at;
        if (depth > MAX_DEPTH || notArithmetic.size() > MAX_ATTEMPTS || notArithmetic.contains(start)) {
            return false;
        }
        int before = references.size();
        int eventsBefore = events.size();
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
            } else if (Names.isStart(c)) {
                int end = Names.end(text, at, limit);
                reads(at, end);
                at = end;
            } else {
                expansion(c, Context.SHELL_DOUBLE);
            }
        }
        depth--;
        opaque--;
        if (!closed) {
            notArithmetic.add(start);
            references.subList(before, references.size()).clear();
            events.cut(eventsBefore);
            at = start;
        }
        return closed;
    }

    private void reads(int start, int end) {
        if (end > start) {
            events.add(ShellEvents.Kind.READS, text.substring(start, end), start, start);
        }
    }

    private void refer(int nameStart, int nameEnd, int start, int end, Context context, boolean splits) {
        if (opaque == 0) {
            references.add(new Reference(text.substring(nameStart, nameEnd), start, end, context, splits));
        }
    }

    final boolean peek(String expected) {
        return at + expected.length() <= limit && text.startsWith(expected, at);
    }
}
