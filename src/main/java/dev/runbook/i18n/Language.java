package dev.runbook.i18n;

import java.util.Locale;
import java.util.Optional;

/** A language of the interface and of a handbook's pages. */
public enum Language {
    JA("ja", "日本語"),
    EN("en", "English");

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
}
