package dev.runbook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What the words of a shell command are for, told as they come: which are assignments, and in which an unquoted variable
 * is split.
 */
final class ShellWords {
    private static final Set<String> OPENING =
            Set.of("then", "do", "else", "elif", "if", "while", "until", "!", "{", "time", "}");
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "readonly", "typeset");
    private static final Set<String> SETTING = Set.of("read", "mapfile", "readarray", "getopts", "unset");
    private static final Set<String> MOVING = Set.of("cd", "pushd", "popd");
    /** Stands for where an expansion or a quoted text leads. */
    private static final String UNKNOWN = "$";

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
        /** The word behind {@code function}. */
        FUNCTION_NAME,
        /** Between {@code case} and {@code in}. */
        CASE_WORD,
        /** Inside {@code [[ ]]}. */
        TEST
    }

    private final Set<String> assigned;
    private final ShellEvents events;
    /** Whether what is done here is there behind the text too: not in a subshell. */
    private final boolean lasting;

    private final IntSupplier position;
    /** Assignments that are for one command only, if one follows. */
    private final List<Assigned> prefix = new ArrayList<>();

    private Optional<Assigned> assignment = Optional.empty();
    private Optional<Assigned> command = Optional.empty();
    /** The command, where nothing but its name has come yet. */
    private Optional<Assigned> bare = Optional.empty();

    private Optional<String> declaring = Optional.empty();
    /** Where a command that changes the working directory stands, and where it goes. */
    private Optional<Integer> moving = Optional.empty();

    private Optional<String> target = Optional.empty();
    private Kind kind = Kind.COMMAND;
    private boolean inWord;
    /** Whether a function's name is all that came since the last word. */
    private boolean lastDefined;
    /** Whether the current word is kept whole, as the value of an assignment is. */
    private boolean kept;

    private int cases;

    private record Assigned(String name, int start) {}

    ShellWords(Set<String> assigned, ShellEvents events, boolean lasting, IntSupplier position) {
        this.assigned = assigned;
        this.events = events;
        this.lasting = lasting;
        this.position = position;
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
        if (inWord) {
            bare = Optional.empty();
        }
        if (inWord && kind == Kind.COMMAND && !kept) {
            kind = Kind.ARGUMENTS;
            prefix.clear();
            runs();
            bare = command;
        }
        assignment.ifPresent(this::set);
        assignment = Optional.empty();
        command = Optional.empty();
        inWord = false;
        kept = false;
    }

    private void runs() {
        String name = command.map(Assigned::name).orElse("");
        int start = command.map(Assigned::start).orElseGet(() -> Math.max(0, position.getAsInt() - 1));
        if (MOVING.contains(name)) {
            moving = Optional.of(start);
        } else {
            events.add(ShellEvents.Kind.RUNS, name, start, start);
        }
    }

    private void set(Assigned variable) {
        int at = position.getAsInt();
        events.add(ShellEvents.Kind.SETS, variable.name(), variable.start(), at);
        if (kind == Kind.COMMAND) {
            prefix.add(variable);
        } else {
            leave(variable, at);
        }
    }

    private void leave(Assigned variable, int at) {
        if (lasting && !declaring.equals(Optional.of("local"))) {
            events.add(ShellEvents.Kind.LEAVES, variable.name(), variable.start(), at);
            if (declaring.equals(Optional.of("export"))) {
                events.add(ShellEvents.Kind.EXPORTS, variable.name(), variable.start(), at);
            }
        }
    }

    void endCommand() {
        endWord();
        bare = Optional.empty();
        prefix.forEach(variable -> leave(variable, position.getAsInt()));
        prefix.clear();
        declaring = Optional.empty();
        moving.ifPresent(start -> events.add(
                lasting ? ShellEvents.Kind.MOVES : ShellEvents.Kind.MOVES_INSIDE,
                target.orElse(""),
                start,
                position.getAsInt()));
        moving = Optional.empty();
        target = Optional.empty();
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
        if (!inWord && moving.isPresent() && target.isEmpty()) {
            target = Optional.of(UNKNOWN);
        }
        if (inWord && !kept) {
            command = Optional.empty();
        }
        inWord = true;
    }

    /** Whether the parentheses that stand here make the word before them a function's name; then what follows is its body. */
    boolean defines() {
        Optional<Assigned> name = inWord && kind == Kind.COMMAND ? command : bare;
        boolean body = !inWord && kind == Kind.COMMAND && lastDefined;
        name.ifPresent(this::define);
        return name.isPresent() || body;
    }

    private void define(Assigned function) {
        events.add(ShellEvents.Kind.DEFINES, function.name(), function.start(), position.getAsInt());
        command = Optional.empty();
        bare = Optional.empty();
        lastDefined = true;
        next(Kind.COMMAND);
    }

    /**
     * Plain text in a word.
     *
     * @param start where it stands
     * @param ends whether the word ends behind it
     */
    void plain(String text, int start, boolean ends) {
        boolean begins = !inWord;
        inWord = true;
        if (begins) {
            beginning(text, start, ends);
        } else if (!kept) {
            command = Optional.empty();
        }
    }

    private void beginning(String text, int start, boolean ends) {
        switch (kind) {
            case COMMAND -> {
                if (!assignment(text, start) && ends) {
                    command = Optional.of(new Assigned(text, start));
                    keyword(text);
                }
                lastDefined = false;
            }
            case DECLARATION -> {
                if (!assignment(text, start) && ends && Names.isName(text) && declaring.equals(Optional.of("export"))) {
                    events.add(ShellEvents.Kind.EXPORTS, text, start, start);
                }
            }
            case NAMES -> {
                if (ends && Names.isName(text)) {
                    named(text, start);
                }
            }
            case LOOP_NAME -> {
                named(text, start);
                kind = Kind.ARGUMENTS;
            }
            case FUNCTION_NAME -> define(new Assigned(text, start));
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
            case ARGUMENTS -> {
                boolean option = text.startsWith("-") && text.length() > 1;
                if (moving.isPresent() && target.isEmpty() && !option) {
                    target = Optional.of(text);
                }
            }
        }
    }

    /** A variable that a command gives a value to, or takes it from. */
    private void named(String name, int start) {
        assigned.add(name);
        if (declaring.equals(Optional.of("unset"))) {
            events.add(ShellEvents.Kind.UNSETS, name, start, start);
        } else {
            events.add(ShellEvents.Kind.SETS, name, start, start);
            leave(new Assigned(name, start), start);
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
        } else if (word.equals("function")) {
            next(Kind.FUNCTION_NAME);
        } else if (DECLARING.contains(word)) {
            declaring = Optional.of(word);
            next(Kind.DECLARATION);
        } else if (SETTING.contains(word)) {
            declaring = Optional.of(word);
            next(Kind.NAMES);
        }
    }

    /** The word is done with: what follows it is of the kind. */
    private void next(Kind following) {
        kind = following;
        command = Optional.empty();
        inWord = false;
    }

    private boolean assignment(String text, int start) {
        int end = Names.end(text, 0, text.length());
        int equals = text.startsWith("+", end) ? end + 1 : end;
        if (end == 0 || !text.startsWith("=", equals)) {
            return false;
        }
        String name = text.substring(0, end);
        assigned.add(name);
        assignment = Optional.of(new Assigned(name, start));
        kept = true;
        return true;
    }
}
