package dev.runbook.markdown;

/** Kinds of characters that Markdown's rules speak of. */
final class Characters {
    /**
     * Characters of Chinese, Japanese and Korean text, as first and last of each range: East Asian Width W, F or H
     * without emoji, and Hangul. Code points that are not assigned count as their neighbours.
     */
    private static final int[] CJK = {
        0x1100, 0x11FF, 0x20A9, 0x20A9, 0x2329, 0x232A, 0x2630, 0x2637, 0x268A, 0x268F, 0x2E80, 0x303E,
        0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7FB, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6B,
        0xFF01, 0xFFEE, 0x16FE0, 0x18DF2, 0x1AFF0, 0x1B2FB, 0x1D300, 0x1D376, 0x1F200, 0x1F200, 0x1F202, 0x1F219,
        0x1F21B, 0x1F22E, 0x1F230, 0x1F231, 0x1F237, 0x1F237, 0x1F23B, 0x1F248, 0x1F260, 0x1F265, 0x20000, 0x3FFFD,
    };

    private Characters() {}

    /** Whether a code point belongs to Chinese, Japanese or Korean text. */
    static boolean isCjk(int c) {
        if (c < 0x1100) {
            return false;
        }
        int low = 0;
        int high = CJK.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < CJK[2 * middle]) {
                high = middle - 1;
            } else if (c > CJK[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Unicode punctuation as CommonMark has it: categories P and S. */
    static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Unicode whitespace as CommonMark has it; the end of the text, 0, counts as such. */
    static boolean isWhitespace(int c) {
        return c == 0
                || c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\f'
                || c == '\r'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** U+FE00 to U+FE0E: a variation selector that does not ask for an emoji. */
    static boolean isTextVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0E;
    }

    /** U+E0100 to U+E01EF: selects a variant of the ideograph before it. */
    static boolean isIdeographicVariationSelector(int c) {
        return c >= 0xE0100 && c <= 0xE01EF;
    }

    static boolean isKanji(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** Hiragana, katakana, and the marks that stand among them. */
    static boolean isKana(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || c == 'ー'
                || c == '・'
                || c == '\u3000'
                || c == ' ';
    }

    static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    /** Whether a character is not seen by itself: combining marks, variation selectors, format characters. */
    static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
