package dev.runbook.check;

import java.util.regex.Pattern;

/**
 * Whether a shell text can only succeed. A text ends at its first failing command, so each of its lines must be one that
 * cannot fail. Says no whenever it is not sure: a check called hollow that is not would be worse.
 */
final class UnfailingScript {
    private static final String ALWAYS = "(?:true|:|exit 0|(?:echo|printf)\\b[^|&;<>`(){}]*+)";
    private static final String COMMANDS = "(?:[012&]?>\\s*/dev/null|2>&1|[^|&;<>`(){}]|\\|(?!\\|))++";
    private static final Pattern LINE =
            Pattern.compile("\\s*+(?:#.*+|" + ALWAYS + "|" + COMMANDS + "\\|\\|\\s*+" + ALWAYS + ")?\\s*+;?\\s*+");
    private static final Pattern COMPOUND =
            Pattern.compile("(?m)^\\s*(if|for|while|until|case|function|select|\\[\\[)\\b|<<|^\\s*[{(!]|\\$\\(");
    private static final int MAX_LENGTH = 10_000;

    private UnfailingScript() {}

    static boolean test(String script) {
        if (script.length() > MAX_LENGTH || COMPOUND.matcher(script).find()) {
            return false;
        }
        String joined = script.replace("\\\n", " ");
        return !joined.isBlank()
                && joined.lines().allMatch(line -> LINE.matcher(line).matches())
                && joined.lines()
                        .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
    }
}
