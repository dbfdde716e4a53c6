package dev.runbook.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a parameter may be called. */
public final class ParameterNames {
    private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]*");

    /** Variables by which a value could change what a shell or the programs it starts do. */
    private static final Set<String> RESERVED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "PWD",
            "OLDPWD",
            "LANG",
            "LANGUAGE",
            "IFS",
            "ENV",
            "TZ",
            "TERM",
            "COLUMNS",
            "LINES",
            "PS1",
            "PS2",
            "PS4",
            "UID",
            "EUID",
            "GID",
            "PPID",
            "SHELLOPTS",
            "SHLVL",
            "CDPATH",
            "GLOBIGNORE",
            "HISTFILE",
            "RANDOM",
            "SECONDS",
            "LINENO",
            "OPTARG",
            "OPTIND",
            "REPLY",
            "TMPDIR",
            "EDITOR",
            "_");

    private static final List<String> RESERVED_PREFIXES =
            List.of("LD_", "LC_", "BASH_", "RUNBOOK_", "PYTHON", "PERL5", "RUBY");

    private ParameterNames() {}

    /** Whether a parameter can have this name: it can be a variable's, and is none that a shell or its programs heed. */
    public static boolean isFree(String name) {
        return isValid(name) && !isReserved(name);
    }

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name) || RESERVED_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
