package dev.runbook.exec.shell;

import dev.runbook.exec.Ended.FailedAt;
import java.util.ArrayList;
import java.util.List;

/** The command of a script that failed. bash says where a pipeline ends; this finds the part of it that failed. */
final class FailedLine {
    private static final int LONGEST_COMMAND = 300;

    private FailedLine() {}

    /**
     * What failed.
     *
     * @param line the last command's, as bash said it
     * @param statuses of all parts of the pipeline, each with a comma behind it
     * @param command the last command, as bash printed it
     */
    static FailedAt of(String code, int line, String statuses, String command) {
        String[] parts = statuses.split(",", -1);
        int count = parts.length - 1;
        int failed = count - 1;
        while (failed > 0 && parts[failed].equals("0")) {
            failed--;
        }
        if (count < 2 || failed == count - 1) {
            return new FailedAt(line, oneLine(command));
        }
        List<Integer> pipes = pipes(code, line);
        if (pipes.size() < count - 1) {
            return new FailedAt(line, oneLine(command));
        }
        List<Integer> ours = pipes.subList(pipes.size() - (count - 1), pipes.size());
        int end = ours.get(failed);
        int start = failed == 0 ? code.lastIndexOf('\n', end - 1) + 1 : ours.get(failed - 1) + 1;
        while (start < end && (Character.isWhitespace(code.charAt(start)) || code.charAt(start) == '\\')) {
            start++;
        }
        int at = 1
                + (int) code.substring(0, start).chars().filter(c -> c == '\n').count();
        return new FailedAt(at, oneLine(code.substring(start, end)));
    }

    /** Where pipes stand whose next command begins on {@code line} or before it; not those in quotes and comments. */
    private static List<Integer> pipes(String code, int line) {
        List<Integer> pipes = new ArrayList<>();
        int at = 1;
        char quote = 0;
        for (int i = 0; i < code.length() && at <= line; i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                at++;
            }
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '\\') {
                i++;
                at += i < code.length() && code.charAt(i) == '\n' ? 1 : 0;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(code.charAt(i - 1)))) {
                i = Math.max(i, (code + "\n").indexOf('\n', i) - 1);
            } else if (c == '|') {
                boolean or = i + 1 < code.length() && code.charAt(i + 1) == '|';
                boolean clobber = i > 0 && code.charAt(i - 1) == '>';
                if (or) {
                    i++;
                } else if (!clobber) {
                    pipes.add(i);
                }
            }
        }
        return pipes;
    }

    private static String oneLine(String command) {
        String text = command.strip().replaceAll("\\s*\\R\\s*", "; ");
        return text.length() > LONGEST_COMMAND ? text.substring(0, LONGEST_COMMAND) + "…" : text;
    }
}
