package dev.runbook.importing;

/** What characters are, as memos use them. */
final class Text {
    private static final String RULERS = "-=_*~#+.─━―ーｰ－＝＿＊～〜…・◆◇■□●○★☆※/";

    private Text() {}

    /** Kana, kanji, and the punctuation that goes with them. */
    static boolean isJapanese(int c) {
        return (c >= 0x3001 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xFF66 && c <= 0xFF9F);
    }

    /** Whether a text has anything beyond ASCII. */
    static boolean isWide(String text) {
        return text.chars().anyMatch(c -> c > 0x7E);
    }

    static boolean isAscii(char c) {
        return c <= 0x7E;
    }

    /** A line drawn across the page: one character at least four times, spaces between them allowed. */
    static boolean isRuler(String body) {
        if (body.length() < 4 || RULERS.indexOf(body.charAt(0)) < 0) {
            return false;
        }
        char first = body.charAt(0);
        int count = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == first) {
                count++;
            } else if (c != ' ') {
                return false;
            }
        }
        // Dots and the like stand for what is left out.
        return count >= 4 && (".…・".indexOf(first) < 0 || count >= 10);
    }

    /** A line that stands for what a listing leaves out. */
    static boolean isEllipsis(String body) {
        return body.length() >= 2 && body.chars().allMatch(c -> ".…・:".indexOf(c) >= 0);
    }

    /** A number of ASCII or full-width digits; -1 if it is none that fits. */
    static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0 || value > 100_000) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return digits.isEmpty() ? -1 : value;
    }
}
