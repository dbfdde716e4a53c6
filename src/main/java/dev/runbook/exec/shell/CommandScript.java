package dev.runbook.exec.shell;

import dev.runbook.exec.Command;
import dev.runbook.values.Quoting;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What is written to a session's shell to have it run one command. */
final class CommandScript {
    /**
     * From here on a text is not read by the shell's own reader, which takes one byte a system call from a pipe. It must also
     * fit into a pipe's buffer: bash before 5.1 writes longer here-documents to a file.
     */
    private static final int LONG = 4096;

    private final String nonce;
    private final StringBuilder script = new StringBuilder();

    CommandScript(String nonce) {
        this.nonce = nonce;
    }

    String text() {
        return script.toString();
    }

    /** Sets a variable, and exports it where a program could then still be started. */
    CommandScript variable(String name, String value) {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONG) {
            read(name, value, length);
        } else {
            script.append(name).append('=').append(Quoting.shell(value)).append('\n');
        }
        script.append(Command.isExported(name, value) ? "export " : "export -n ")
                .append(name)
                .append('\n');
        return this;
    }

    private void read(String name, String value, int bytes) {
        script.append("__runbook_read ")
                .append(name)
                .append(' ')
                .append(bytes)
                .append('\n')
                .append(value);
    }

    /**
     * The command itself.
     *
     * @param number the session's own, for {@link StopScript}
     */
    CommandScript run(Command command, int number) {
        Redirections redirections = new Redirections();
        String code = withNewline(command.code());
        String run;
        if (command.program() instanceof Command.Program.Interpreter interpreter) {
            redirections.file(8, "prelude", withNewline(interpreter.prelude()), "");
            redirections.file(9, "code", code, "");
            run = interpret(interpreter) + (command.separate() ? "" : " 2>&1");
        } else {
            redirections.file(9, "code", code, "__runbook_first;");
            run = "builtin eval \"$__runbook_" + (command.separate() ? "two\"" : "one\"");
        }
        command.cwd()
                .ifPresent(cwd -> script.append("__runbook_cwd=")
                        .append(Quoting.shell(cwd))
                        .append('\n'));
        script.append(redirections.before)
                .append("__runbook_begin ")
                .append(number)
                .append(command.separate() ? " both\n" : "\n")
                .append(run)
                .append(redirections.words)
                .append('\n')
                .append(redirections.documents)
                .append("__runbook_end\n");
        return this;
    }

    /** Its failure is no reason for the shell to end. */
    private static String interpret(Command.Program.Interpreter interpreter) {
        String program = Quoting.shell(interpreter.arguments().get(0));
        String words = interpreter.arguments().stream().map(Quoting::shell).collect(Collectors.joining(" "));
        return "{ [[ -z $__runbook_cwd ]] || __runbook_cd; if builtin type -P " + program + " >/dev/null; then " + words
                + " || __runbook_status=$?; else __runbook_say missing; fi; [[ -z $__runbook_trace ]] || builtin set -x; }"
                + " </dev/null";
    }

    private static String withNewline(String code) {
        return code.isEmpty() || code.endsWith("\n") ? code : code + "\n";
    }

    /** Texts that the command reads as files. */
    private final class Redirections {
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder documents = new StringBuilder();

        void file(int descriptor, String name, String text, String first) {
            if (text.isEmpty() && first.isEmpty()) {
                return;
            }
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONG) {
                String variable = "__runbook_" + name;
                // The here-string adds the last newline.
                String whole = first + text.substring(0, text.length() - 1);
                before.append("__runbook_read ")
                        .append(variable)
                        .append(' ')
                        .append(whole.getBytes(StandardCharsets.UTF_8).length)
                        .append('\n')
                        .append(whole);
                words.append(' ')
                        .append(descriptor)
                        .append("<<<\"$")
                        .append(variable)
                        .append('"');
            } else {
                String end = nonce.substring(0, 12) + name;
                words.append(' ').append(descriptor).append("<<'").append(end).append('\'');
                documents.append(first).append(text).append(end).append('\n');
            }
        }
    }
}
