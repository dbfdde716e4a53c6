package dev.runbook.markdown;

/**
 * Whether a delimiter run can open or close emphasis.
 *
 * <p>For {@code *} and {@code ~} by CommonMark's CJK-friendly amendment: where CommonMark asks for a space or punctuation
 * outside of the run because punctuation stands inside of it, a Chinese, Japanese or Korean character will do as well, and
 * punctuation of these languages asks for nothing. For {@code _} by CommonMark as it is.
 */
record Flanking(boolean canOpen, boolean canClose) {
    /** The flanking of the run that stands from one index of a text to another. */
    static Flanking of(String text, int start, int end) {
        int before = start > 0 ? text.codePointBefore(start) : 0;
        int after = end < text.length() ? text.codePointAt(end) : 0;
        if (text.charAt(start) == '_') {
            return plain(before, after);
        }
        int second = start - Character.charCount(before);
        return cjk(before, second > 0 ? text.codePointBefore(second) : 0, after);
    }

    private static Flanking plain(int before, int after) {
        boolean spaceBefore = Characters.isWhitespace(before);
        boolean spaceAfter = Characters.isWhitespace(after);
        boolean punctuationBefore = Characters.isPunctuation(before);
        boolean punctuationAfter = Characters.isPunctuation(after);
        boolean left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
        boolean right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
        return new Flanking(left && (!right || punctuationBefore), right && (!left || punctuationAfter));
    }

    private static Flanking cjk(int before, int secondBefore, int after) {
        boolean cjkAfter = Characters.isCjk(after);
        boolean punctuationAfter = Characters.isPunctuation(after) && !cjkAfter;

        boolean selected = Characters.isTextVariationSelector(before);
        int base = selected ? secondBefore : before;
        boolean cjkBefore = Characters.isCjk(base)
                || Characters.isIdeographicVariationSelector(base)
                || (before == 0xFE01 && isWidenedQuote(base));
        boolean punctuationBefore = Characters.isPunctuation(base) && !cjkBefore;

        boolean spaceBefore = Characters.isWhitespace(before);
        boolean spaceAfter = Characters.isWhitespace(after);
        return new Flanking(
                !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjkBefore),
                !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjkAfter));
    }

    /** Quotation marks that U+FE01 makes full-width. */
    private static boolean isWidenedQuote(int c) {
        return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
    }
}
