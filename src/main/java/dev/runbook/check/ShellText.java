package dev.runbook.check;

import dev.runbook.model.ConsoleCommand;
import dev.runbook.source.SourceFile;

/**
 * A text that a shell reads, and where it stands in its block's code.
 *
 * @param shifts what to add to an offset of each line of {@code text} to get the offset in the code; the last one holds
 *     for all lines that follow
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and one for each command of a handbook
record ShellText(String text, int[] shifts) {
    /**
     * A command of a console session, whose lines stand behind prompts in the code.
     *
     * @param first its first line in the code, from 1
     */
    static ShellText of(ConsoleCommand command, int first, SourceFile code) {
        String[] own = command.command().split("\n", -1);
        int[] shifts = new int[own.length];
        int inText = 0;
        for (int i = 0; i < own.length; i++) {
            int line = Math.min(first + i, code.lineCount());
            int prompt = Math.max(0, code.line(line).length() - own[i].length());
            shifts[i] = code.lineStart(line) + prompt - inText;
            inText += own[i].length() + 1;
        }
        return new ShellText(command.command(), shifts);
    }

    /** The offset in the block's code of an offset in the text. */
    int offset(int inText) {
        int line = 0;
        if (shifts.length == 1) {
            return inText + shifts[0];
        }
        for (int at = text.indexOf('\n'); at >= 0 && at < inText; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return inText + shifts[Math.min(line, shifts.length - 1)];
    }
}
