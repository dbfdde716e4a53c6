package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Said;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks the other machine for its name and the account's. */
final class RemotePlace {
    private static final String MARK = "runbook-place ";
    private static final String ASK = "printf '\\n" + MARK + "%s %s\\n' \"$(uname -n)\" \"$(id -un)\"";

    private RemotePlace() {}

    static Place ask(SharedSsh ssh) throws BackendException, InterruptedException {
        Channel channel = ssh.start(List.of("sh", "-c", ASK));
        Said errors = Said.of(channel.errors(), OutputStream.nullOutputStream());
        try {
            channel.input().close();
            String said = new String(channel.output().readAllBytes(), StandardCharsets.UTF_8);
            int status = channel.waitFor();
            // An account's login files may print something of their own first.
            String[] words = said.lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()).split(" ", -1))
                    .findFirst()
                    .orElse(new String[0]);
            if (status == 0 && words.length == 2) {
                return new Place("ssh", words[0], words[1]);
            }
            String last = errors.lastWords(said.strip().lines().reduce("", (first, second) -> second));
            throw unreachable(ssh.target(), last.isEmpty() ? "sh: " + status : last);
        } catch (IOException e) {
            throw unreachable(ssh.target(), String.valueOf(e.getMessage()));
        } finally {
            channel.destroy();
        }
    }

    private static BackendException unreachable(SshTarget target, String why) {
        return new BackendException(ExecCode.UNREACHABLE, target.toString(), why);
    }
}
