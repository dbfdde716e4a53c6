package dev.runbook.exec.shell;

import java.util.ArrayList;
import java.util.List;

/** How a place's account becomes another user, in words for {@link Launcher#start}. */
final class Accounts {
    private static final String ROOT = "root";

    private final String account;

    /** Of a place whose account this is. */
    Accounts(String account) {
        this.account = account;
    }

    /**
     * Runs a script in the user's login environment, with bash whatever the user's own shell is: a service's user may have
     * none. {@code runuser} for root, since it asks for no password and clears the environment; {@code sudo -n} else, which
     * fails at once where a password would be needed.
     */
    List<String> login(String user, String script) {
        if (account.equals(ROOT)) {
            return List.of("runuser", "-l", user, "-s", "/bin/bash", "-c", script);
        }
        if (account.equals(user)) {
            return List.of("bash", "-c", CLEAN, "bash", script);
        }
        return List.of("sudo", "-n", "-H", "-u", user, "--", "bash", "-l", "-c", script);
    }

    /** Runs a script as the user without the user's login files: for the tool's own work. */
    List<String> plain(String user, String script) {
        List<String> words = new ArrayList<>();
        if (!account.equals(user)) {
            words.addAll(
                    account.equals(ROOT)
                            ? List.of("runuser", "-u", user, "--")
                            : List.of("sudo", "-n", "-u", user, "--"));
        }
        words.addAll(List.of("bash", "--noprofile", "--norc", "-c", script));
        return words;
    }

    /** Who can end processes of the user: root where that is possible. */
    String keeper(String user) {
        return account.equals(ROOT) ? ROOT : user;
    }

    /** What a login gives, without what the caller's own environment happens to hold; agents and buses stay reachable. */
    private static final String CLEAN = """
            keep=()
            for name in HOME USER LOGNAME SHELL TERM SSH_AUTH_SOCK XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS; do
              if [[ -n ${!name+x} ]]; then keep+=("$name=${!name}"); fi
            done
            exec env -i "${keep[@]}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -l -c "$1"
            """;
}
