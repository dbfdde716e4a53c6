package dev.runbook.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a code block of a language can be run. */
enum RunnableLanguage {
    SHELL,
    CONSOLE,
    SQL,
    INTERPRETED;

    private static final Map<String, RunnableLanguage> BY_NAME = byName();

    private static Map<String, RunnableLanguage> byName() {
        Map<String, RunnableLanguage> map = new TreeMap<>();
        put(map, SHELL, "bash", "sh", "shell", "zsh", "dash", "ksh");
        put(map, CONSOLE, "console", "shell-session", "shellsession", "terminal", "session");
        put(map, SQL, "sql", "pgsql", "postgresql");
        put(map, INTERPRETED, "python", "python3", "ruby", "perl", "node", "javascript", "js", "php", "lua");
        return map;
    }

    private static void put(Map<String, RunnableLanguage> map, RunnableLanguage language, String... names) {
        for (String name : names) {
            map.put(name, language);
        }
    }

    /** How the language of this name runs; empty if it does not. */
    static Optional<RunnableLanguage> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names of languages that run, sorted. */
    static List<String> allNames() {
        return List.copyOf(BY_NAME.keySet());
    }
}
