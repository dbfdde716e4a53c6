package dev.runbook.importing;

import java.util.Optional;

/**
 * A command as a line of a memo has it.
 *
 * @param prompt what stands before it
 * @param user of the prompt ({@code [root@host ~]#}), where it names one
 * @param shell the name in a database's prompt, or of another shell
 * @param labelEnd where the text before it ends; 0 where there is none
 * @param start where it begins in the line
 * @param end exclusive
 * @param remark the text behind it; empty where there is none
 */
record CommandLine(
        MemoLine line,
        Prompt prompt,
        Optional<String> user,
        String shell,
        int labelEnd,
        int start,
        int end,
        String remark) {
    /** What stands before a command. */
    enum Prompt {
        NONE,
        /** {@code #}. */
        ROOT,
        /** {@code $}. */
        USER,
        /** psql's. */
        PSQL,
        /** {@code mysql>} and other databases'. */
        SQL,
        /** {@code >}: of the program that the command above has started. */
        PROGRAM,
        /** Windows. */
        WINDOWS,
        /** It goes on with the command above. */
        MORE
    }

    String code() {
        return line.text().substring(start, end);
    }

    /** Whether it is for a shell of this kind. */
    boolean isShell() {
        return prompt == Prompt.NONE || prompt == Prompt.ROOT || prompt == Prompt.USER;
    }

    /** Its words, as far as spaces part them, without {@code sudo} and assignments before it. */
    String[] words() {
        String code = code().strip().replaceFirst("^sudo\\s+(?:-[EHn]\\s+)*(?:-u\\s+\\S+\\s+)?", "");
        String[] words = code.split("\\s+", -1);
        int from = 0;
        while (from < words.length - 1 && words[from].matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            from++;
        }
        return java.util.Arrays.copyOfRange(words, from, words.length);
    }

    /** The program that it starts. */
    String program() {
        return words()[0];
    }
}
