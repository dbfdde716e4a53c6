package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.ProcessChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * How ssh is called.
 *
 * @param options the person's own, for every call
 */
record SharedSsh(SshTarget target, List<String> options, ControlFolder folder) {
    SharedSsh {
        options = List.copyOf(options);
    }

    /** The words that connect, and stay in the background until {@link ControlFolder#exit} or without channels for a while. */
    List<String> master(int persistSeconds) {
        List<String> words = new ArrayList<>(List.of("ssh"));
        // The first value that ssh is given for an option is the one it takes: the person's come first.
        words.addAll(options);
        words.addAll(List.of("-M", "-N", "-f", "-S", folder.controlPath(), "-o", "ControlPersist=" + persistSeconds));
        words.addAll(List.of("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=3"));
        words.addAll(List.of("-o", "ClearAllForwardings=yes", "-o", "RemoteCommand=none"));
        words.addAll(target.words());
        return words;
    }

    /**
     * The words that run a command over the connection that is there.
     *
     * @param command for the account's shell
     */
    List<String> over(List<String> flags, String command) {
        List<String> words = new ArrayList<>(List.of("ssh"));
        words.addAll(options);
        words.addAll(List.of("-S", folder.controlPath(), "-o", "ControlMaster=no"));
        // Without its master, ssh would connect anew, and perhaps ask for a password where nobody sees it.
        words.addAll(List.of("-o", "ProxyCommand=false"));
        words.addAll(List.of("-o", "ClearAllForwardings=yes", "-o", "RemoteCommand=none"));
        words.addAll(flags);
        words.addAll(target.words());
        words.add(command);
        return words;
    }

    /** Starts a program there, out of reach of a Ctrl-C here. */
    Channel start(List<String> arguments) throws BackendException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(over(List.of("-T"), RemoteCommand.of(arguments)));
        return ProcessChannel.start(words);
    }
}
