package dev.runbook.highlight;

import java.util.Set;

/** The words that mean something where a command is expected. */
final class ShellWords {
    /** Behind these a command follows. */
    static final Set<String> BEFORE_COMMAND =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!", "time", "coproc");

    static final Set<String> OTHER_KEYWORDS =
            Set.of("fi", "done", "esac", "}", "for", "case", "select", "function", "in");

    static final Set<String> BUILTINS = Set.of(
            "alias",
            "bg",
            "break",
            "builtin",
            "cd",
            "command",
            "continue",
            "declare",
            "echo",
            "eval",
            "exec",
            "exit",
            "export",
            "false",
            "fg",
            "getopts",
            "hash",
            "help",
            "jobs",
            "kill",
            "let",
            "local",
            "mapfile",
            "popd",
            "printf",
            "pushd",
            "pwd",
            "read",
            "readarray",
            "readonly",
            "return",
            "set",
            "shift",
            "shopt",
            "source",
            "test",
            "trap",
            "true",
            "type",
            "typeset",
            "ulimit",
            "umask",
            "unalias",
            "unset",
            "wait",
            ".",
            ":",
            "[",
            "[[");

    /** Commands whose arguments are a command. */
    static final Set<String> WRAPPERS = Set.of("sudo", "nohup", "env", "xargs", "exec", "command", "builtin", "nice");

    /** Options of those that take the next word. */
    static final Set<String> WRAPPER_OPTIONS_WITH_VALUE = Set.of("-u", "-g", "-n", "-I", "-P", "-C", "-D");

    private ShellWords() {}
}
