package dev.runbook.site.search;

/** What a character of a normalised text is. The same in {@code analysis.js}. */
final class Characters {
    private static final String JOINERS = "_-./=:@+";

    private Characters() {}

    /** Written without spaces: kana, kanji, hangul. Kanji beyond the first plane are found by the phrase they stand in. */
    static boolean isJapanese(char c) {
        return (c >= 0x30A1 && c <= 0x30FE) || (c >= 0x3005 && c <= 0x3007) || isHan(c) || (c >= 0xAC00 && c <= 0xD7A3);
    }

    static boolean isHan(char c) {
        return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FC;
    }

    /** Part of a word that is written with spaces around it. */
    static boolean isWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return !isJapanese(c)
                && (type == Character.LOWERCASE_LETTER
                        || type == Character.OTHER_LETTER
                        || type == Character.MODIFIER_LETTER
                        || type == Character.DECIMAL_DIGIT_NUMBER);
    }

    /** Holds words together: {@code pg_hba.conf}, {@code DB_PORT=6432}. */
    static boolean isJoiner(char c) {
        return JOINERS.indexOf(c) >= 0;
    }

    /** Parts of a path or a setting, each of which people look for by itself. */
    static boolean isOuterJoiner(char c) {
        return c == '/' || c == '=' || c == ':' || c == '@';
    }
}
