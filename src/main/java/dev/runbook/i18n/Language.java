package dev.runbook.i18n;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language of the interface and of a handbook's pages. */
public enum Language {
    JA("ja", "日本語"),
    EN("en", "English");

    /** As POSIX has it for messages: the first that is set decides, even where its language is none of ours. */
    private static final List<String> VARIABLES = List.of("RUNBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

    private final String code;
    private final String nativeName;

    Language(String code, String nativeName) {
        this.code = code;
        this.nativeName = nativeName;
    }

    /** The ISO 639-1 code, as in {@code lang="ja"} and in {@code name.en.md}. */
    public String code() {
        return code;
    }

    /** The language's name in itself, as a reader looks for it in a menu. */
    public String nativeName() {
        return nativeName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** The language of an ISO 639-1 code; empty for one that the project does not speak. */
    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of a POSIX locale name or a BCP 47 tag ({@code ja_JP.UTF-8}, {@code en-GB}). */
    public static Optional<Language> ofLocaleName(String name) {
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return ofCode(name.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** The language that a process's environment asks for; English where it asks for none. */
    public static Language ofEnvironment(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(Language::ofLocaleName)
                .orElse(EN);
    }
}
