package dev.runbook.exec.shell;

import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.Command;
import dev.runbook.exec.Ended;
import dev.runbook.exec.ExecCode;
import dev.runbook.values.Quoting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One command on the person's terminal, in a shell that knows what the session's shell knows, and whose state goes back to it.
 * The state is in a file meanwhile, in memory where the place has a file system for that, that only the user can read.
 */
final class Attached {
    private static final String NEW_FILE = """
            umask 077
            folder=/dev/shm
            [ -d "$folder" ] && [ -w "$folder" ] || folder=${TMPDIR:-/tmp}
            file=$(mktemp "$folder/runbook.XXXXXXXXXX") || exit 1
            cat >"$file"
            printf %s "$file"
            """;

    /** $1: the file with the state; $2: the code. Standard input and output are the terminal. */
    private static final String RUN = """
            __runbook_file=$1 __runbook_code=$2
            builtin eval "$(cat -- "$__runbook_file")" 2>/dev/null
            # The state may hold these two, of an attached command before.
            __runbook_file=@FILE __runbook_code=@CODE
            builtin trap '__runbook_status=$? __runbook_options=$(builtin set +o) __runbook_shopts=$(builtin shopt -p); builtin trap - EXIT
              # Gone: nobody waits for it any more, and what is in it must not be left behind.
              if [[ -e $__runbook_file ]]; then __runbook_state "$@" >|"$__runbook_file"; fi; builtin exit "$__runbook_status"' EXIT
            . /dev/fd/9 9<<<"exec 9<&-;$__runbook_code"
            """;

    private final ShellBackend backend;
    private final String user;
    private String state;

    Attached(ShellBackend backend, String user, String state) {
        this.backend = backend;
        this.user = user;
        this.state = state;
    }

    /** What the command left. */
    String state() {
        return state;
    }

    Ended run(Command command) throws BackendException, InterruptedException {
        Backend.Reply made = backend.call(user, NEW_FILE, state.getBytes(StandardCharsets.UTF_8));
        if (made.exitStatus() != 0) {
            throw new BackendException(
                    ExecCode.FILE_NOT_WRITTEN, "/tmp", made.errors().text().strip());
        }
        String file = made.output().text();
        try {
            String cwd =
                    command.cwd().map(c -> "cd -- " + Quoting.shell(c) + "\n").orElse("");
            String script =
                    RUN.replace("@FILE", Quoting.shell(file)).replace("@CODE", Quoting.shell(cwd + command.code()));
            List<String> words = backend.onTerminal(user, script, file, cwd + command.code());
            int status = backend.launcher().attach(words);
            Backend.Reply left = backend.call(user, "cat -- " + Quoting.shell(file), new byte[0]);
            if (left.exitStatus() == 0) {
                state = left.output().text();
            }
            return new Ended(Ended.How.EXITED, OptionalInt.of(status), Optional.empty());
        } finally {
            backend.call(user, "rm -f -- " + Quoting.shell(file), new byte[0]);
        }
    }
}
