package dev.runbook.exec.shell;

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
     * fails at once where a password would be needed. This account itself is logged in already.
     */
    List<String> login(String user, String script) {
        if (account.equals(user)) {
            return List.of("bash", "--noprofile", "--norc", "-c", CLEAN, "bash", script);
        }
        return account.equals(ROOT)
                ? List.of("runuser", "-l", user, "-s", "/bin/bash", "-c", script)
                : List.of("sudo", "-n", "-H", "-u", user, "--", "bash", "-l", "-c", script);
    }

    /**
     * Runs a script as the user without the user's login files, for the tool's own work. Not by {@code runuser}, which opens
     * a login session: that takes half a minute on a machine whose session manager does not answer.
     */
    List<String> plain(String user, String script) {
        if (account.equals(user)) {
            return List.of("bash", "--noprofile", "--norc", "-c", script);
        }
        return account.equals(ROOT)
                ? List.of("bash", "--noprofile", "--norc", "-c", BECOME, user, script)
                : List.of("sudo", "-n", "-u", user, "--", "bash", "--noprofile", "--norc", "-c", script);
    }

    /** Who can end processes of the user: root where that is possible. */
    String keeper(String user) {
        return account.equals(ROOT) ? ROOT : user;
    }

    /** $0: the user; $1: a script; the rest: its arguments, $0 first. */
    private static final String BECOME = """
            uid=$(id -u -- "$0") && gid=$(id -g -- "$0") || exit 1
            exec setpriv --reuid "$uid" --regid "$gid" --init-groups -- bash --noprofile --norc -c "$@"
            """;

    /** What a login gives, without what the caller's own environment happens to hold; agents and buses stay reachable. */
    private static final String CLEAN = """
            keep=()
            for name in HOME USER LOGNAME SHELL TERM SSH_AUTH_SOCK XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS; do
              if [[ -n ${!name+x} ]]; then keep+=("$name=${!name}"); fi
            done
            exec env -i "${keep[@]}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -l -c "$1"
            """;
}
