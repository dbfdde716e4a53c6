package dev.runbook.cli;

import dev.runbook.check.ParameterUses;
import dev.runbook.check.ParameterUses.Use;
import dev.runbook.model.Step;
import dev.runbook.values.Values;
import java.util.Set;

/**
 * A step's code with the values of parameters in their places, as a person would have typed it. To be read, never to be
 * run: what runs is the code as written, which gets values as data.
 */
final class FilledCode {
    static final String MASK = "********";
    /** A longer value would hide the code around it. */
    private static final int SHOWN = 200;

    private FilledCode() {}

    static String of(Step step, Values values) {
        String code = step.action().code();
        Set<String> names = values.all().keySet();
        StringBuilder out = new StringBuilder(code.length());
        int at = 0;
        for (Use use : ParameterUses.in(step, names)) {
            if (use.start() < at) {
                continue;
            }
            out.append(code, at, use.start());
            out.append(values.secrets().contains(use.name()) ? MASK : shown(use, values));
            at = use.end();
        }
        return out.append(code, at, code.length()).toString();
    }

    private static String shown(Use use, Values values) {
        String value = values.all().getOrDefault(use.name(), "");
        int length = value.codePointCount(0, value.length());
        String part = length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        return switch (use.context()) {
            case SHELL_WORD, SHELL_BARE -> word(part);
            case SHELL_DOUBLE -> part.replaceAll("([\\\\\"$`])", "\\\\$1");
            case SHELL_HEREDOC -> part.replaceAll("([\\\\$`])", "\\\\$1");
            case SQL_LITERAL -> "'" + part.replace("'", "''") + "'";
            case SQL_IDENTIFIER -> "\"" + part.replace("\"", "\"\"") + "\"";
            case RAW -> part;
        };
    }

    private static String word(String value) {
        return value.matches("[A-Za-z0-9_./:@%+=,-]+") ? value : ShellText.quoted(value);
    }
}
