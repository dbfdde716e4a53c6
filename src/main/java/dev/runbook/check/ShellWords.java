package dev.runbook.check;

import java.util.Set;

/**
 * What the words of a shell command are for, told as they come: which are assignments, and in which an unquoted variable
 * is split.
 */
final class ShellWords {
    private static final Set<String> OPENING =
            Set.of("then", "do", "else", "elif", "if", "while", "until", "!", "{", "time", "}");
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "readonly", "typeset");
    private static final Set<String> SETTING = Set.of("read", "mapfile", "readarray", "getopts", "unset");
    private static final String META = " \t\n;&|()<>";

    private enum Kind {
        /** The next word is a command, a keyword or an assignment. */
        COMMAND,
        ARGUMENTS,
        /** Arguments that may be assignments. */
        DECLARATION,
        /** Arguments that are names of variables. */
        NAMES,
        /** The word behind {@code for}. */
        LOOP_NAME,
        /** Between {@code case} and {@code in}. */
        CASE_WORD,
        /** Inside {@code [[ ]]}. */
        TEST
    }

    private final Set<String> assigned;
    private Kind kind = Kind.COMMAND;
    private boolean inWord;
    /** Whether the current word is kept whole, as the value of an assignment is. */
    private boolean kept;

    private int cases;

    ShellWords(Set<String> assigned) {
        this.assigned = assigned;
    }

    static boolean isMeta(char c) {
        return META.indexOf(c) >= 0;
    }

    /** Whether the character has no meaning but itself in a word. */
    static boolean isPlain(char c, boolean insideWord) {
        return !isMeta(c) && "\"'`\\$".indexOf(c) < 0 && (insideWord || c != '#');
    }

    boolean atWord() {
        return !inWord;
    }

    /** Whether {@code ((} would begin arithmetic. */
    boolean atCommand() {
        return !inWord && (kind == Kind.COMMAND || kind == Kind.LOOP_NAME);
    }

    /** Whether an unquoted variable is split where it now stands. */
    boolean splits() {
        return !kept && kind != Kind.TEST && kind != Kind.CASE_WORD;
    }

    /** Whether a closing parenthesis ends a pattern of {@code case} here. */
    boolean endsPattern() {
        return cases > 0;
    }

    void endWord() {
        if (inWord && kind == Kind.COMMAND && !kept) {
            kind = Kind.ARGUMENTS;
        }
        inWord = false;
        kept = false;
    }

    void endCommand() {
        endWord();
        if (kind != Kind.TEST) {
            kind = Kind.COMMAND;
        }
    }

    /** The next word is kept whole. */
    void keepNextWord() {
        kept = true;
        inWord = true;
    }

    /** A part of a word that is not plain text begins. */
    void quoted() {
        inWord = true;
    }

    /**
     * Plain text in a word.
     *
     * @param ends whether the word ends behind it
     */
    void plain(String text, boolean ends) {
        boolean begins = !inWord;
        inWord = true;
        if (begins) {
            beginning(text, ends);
        }
    }

    private void beginning(String text, boolean ends) {
        switch (kind) {
            case COMMAND -> {
                if (!assignment(text) && ends) {
                    keyword(text);
                }
            }
            case DECLARATION -> assignment(text);
            case NAMES -> {
                if (ends && Names.isName(text)) {
                    assigned.add(text);
                }
            }
            case LOOP_NAME -> {
                assigned.add(text);
                kind = Kind.ARGUMENTS;
            }
            case CASE_WORD -> {
                if (ends && text.equals("in")) {
                    next(Kind.COMMAND);
                }
            }
            case TEST -> {
                if (ends && text.equals("]]")) {
                    kind = Kind.ARGUMENTS;
                }
            }
            case ARGUMENTS -> {}
        }
    }

    private void keyword(String word) {
        if (OPENING.contains(word)) {
            next(Kind.COMMAND);
        } else if (word.equals("for") || word.equals("select")) {
            next(Kind.LOOP_NAME);
        } else if (word.equals("case")) {
            cases++;
            next(Kind.CASE_WORD);
        } else if (word.equals("esac")) {
            cases = Math.max(0, cases - 1);
        } else if (word.equals("[[")) {
            next(Kind.TEST);
        } else if (DECLARING.contains(word)) {
            next(Kind.DECLARATION);
        } else if (SETTING.contains(word)) {
            next(Kind.NAMES);
        }
    }

    /** The word is done with: what follows it is of the kind. */
    private void next(Kind following) {
        kind = following;
        inWord = false;
    }

    private boolean assignment(String text) {
        int end = Names.end(text, 0, text.length());
        int equals = text.startsWith("+", end) ? end + 1 : end;
        if (end == 0 || !text.startsWith("=", equals)) {
            return false;
        }
        assigned.add(text.substring(0, end));
        kept = true;
        return true;
    }
}
