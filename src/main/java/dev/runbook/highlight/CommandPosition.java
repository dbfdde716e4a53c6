package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;

/** Whether the next word of a shell script is a command or an argument. */
final class CommandPosition {
    private enum State {
        COMMAND,
        /** Behind {@code sudo} and the like: options, then a command. */
        WRAPPED,
        /** The value of a wrapper's option. */
        WRAPPED_VALUE,
        /** Directly behind {@code NAME=}: still no command. */
        VALUE,
        ARGUMENT,
        /** Behind {@code for} or {@code case}: a name, then {@code in}. */
        BEFORE_IN,
        /** Behind a redirection: a file, then what was before. */
        TARGET
    }

    private State state = State.COMMAND;
    private State beforeTarget = State.COMMAND;

    void expectCommand() {
        state = State.COMMAND;
    }

    boolean isCommandExpected() {
        return state == State.COMMAND || state == State.WRAPPED;
    }

    void assignment() {
        state = State.VALUE;
    }

    void target() {
        if (state != State.TARGET) {
            beforeTarget = state;
        }
        state = State.TARGET;
    }

    /** A string or an expansion stands where a word is expected. */
    void word() {
        state = switch (state) {
            case VALUE -> State.COMMAND;
            case TARGET -> beforeTarget;
            case WRAPPED_VALUE -> State.WRAPPED;
            case BEFORE_IN -> State.BEFORE_IN;
            default -> State.ARGUMENT;
        };
    }

    /**
     * What a word is.
     *
     * @param whole whether nothing is joined to it: no string, no expansion
     */
    Kind kindOf(String word, boolean whole) {
        State before = state;
        word();
        return switch (before) {
            case COMMAND -> whole ? command(word) : Kind.PLAIN;
            case WRAPPED -> wrapped(word, whole);
            case BEFORE_IN -> beforeIn(word);
            case VALUE, TARGET, WRAPPED_VALUE -> argument(word, false);
            case ARGUMENT -> argument(word, whole);
        };
    }

    private Kind command(String word) {
        if (ShellWords.BEFORE_COMMAND.contains(word)) {
            state = State.COMMAND;
            return Kind.KEYWORD;
        }
        if (ShellWords.OTHER_KEYWORDS.contains(word)) {
            state = word.equals("for") || word.equals("case") || word.equals("select")
                    ? State.BEFORE_IN
                    : State.ARGUMENT;
            return Kind.KEYWORD;
        }
        if (ShellWords.WRAPPERS.contains(word)) {
            state = State.WRAPPED;
        }
        if (ShellWords.BUILTINS.contains(word)) {
            return Kind.BUILTIN;
        }
        return isNumber(word) ? Kind.NUMBER : Kind.FUNCTION;
    }

    private Kind wrapped(String word, boolean whole) {
        if (word.startsWith("-")) {
            state = ShellWords.WRAPPER_OPTIONS_WITH_VALUE.contains(word) ? State.WRAPPED_VALUE : State.WRAPPED;
            return Kind.ATTRIBUTE;
        }
        return whole ? command(word) : Kind.PLAIN;
    }

    private Kind beforeIn(String word) {
        if (word.equals("in")) {
            state = State.ARGUMENT;
            return Kind.KEYWORD;
        }
        return Kind.PLAIN;
    }

    private static Kind argument(String word, boolean option) {
        if (option && word.length() > 1 && word.startsWith("-")) {
            return Kind.ATTRIBUTE;
        }
        return isNumber(word) ? Kind.NUMBER : Kind.PLAIN;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
