package dev.runbook.site.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: NFKC, lower case, hiragana as katakana, ヂ and ヅ as the ジ and ズ that they sound like, small
 * vowels as large ones (ウェブ and ウエブ, 一ヶ月 and 一カ月), dashes as {@code -}, a word's trailing ー dropped (サーバー and
 * サーバ), no space beside Japanese ({@code nginx の設定} and {@code nginxの設定}). It knows where each of its characters
 * comes from.
 *
 * <p>The same in {@code analysis.js}, step by step; a difference would make words unfindable.
 */
final class Normal {
    private static final char LONG = 'ー';
    /** What is written in two ways, and the one that is compared. */
    private static final String SPELLED = "ァィゥェォヂヅヵヶ";

    private static final String COMPARED = "アイウエオジズカカ";
    private static final int HIRAGANA_TO_KATAKANA = 0x60;

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private boolean[] upper;
    private char[] scripts;
    private int length;

    private Normal(int capacity) {
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        upper = new boolean[capacity];
        scripts = new char[capacity];
    }

    static Normal of(String source) {
        Normal normal = new Normal(source.length() + 16);
        normal.read(source);
        normal.dropLongMarks();
        normal.dropSpaces();
        return normal;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** Where the character begins in the source, in UTF-16 units. */
    int start(int index) {
        return starts[index];
    }

    /** Where the character's source ends. */
    int end(int index) {
        return ends[index];
    }

    /** Whether it was a capital letter. */
    boolean wasUpper(int index) {
        return upper[index];
    }

    boolean isHiragana(int index) {
        return scripts[index] == 'h';
    }

    /** Whether it was katakana, not hiragana. */
    boolean isKatakana(int index) {
        return scripts[index] == 'k';
    }

    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    @Override
    public String toString() {
        return text(0, length);
    }

    private void read(String source) {
        int size = source.length();
        for (int i = 0; i < size; ) {
            char c = source.charAt(i);
            boolean alone = i + 1 >= size || isPlain(source.charAt(i + 1));
            if (c < 0x80 && alone) {
                boolean capital = c >= 'A' && c <= 'Z';
                put(capital ? (char) (c + 32) : c, i, i + 1, capital, 'x');
                i++;
            } else if (isStable(c) && alone) {
                kana(c, i, i + 1);
                i++;
            } else {
                int end = segmentEnd(source, i);
                segment(source.substring(i, end), i, end);
                i = end;
            }
        }
    }

    /** Whether a character cannot be a mark on the one before it. */
    private static boolean isPlain(char c) {
        return c < 0x300 || isStable(c);
    }

    /** Kana and the common kanji, which normalisation leaves alone. */
    private static boolean isStable(char c) {
        return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    private static int segmentEnd(String source, int start) {
        int end = start + Character.charCount(source.codePointAt(start));
        while (end < source.length() && isMark(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == 0xFF9E
                || c == 0xFF9F;
    }

    private void segment(String segment, int start, int end) {
        String composed = Normalizer.normalize(segment, Normalizer.Form.NFKC);
        for (int i = 0; i < composed.length(); ) {
            int code = composed.codePointAt(i);
            String one = composed.substring(i, i + Character.charCount(code));
            String lower = one.toLowerCase(Locale.ROOT);
            boolean capital = !lower.equals(one);
            for (int k = 0; k < lower.length(); k++) {
                char c = lower.charAt(k);
                if (isStable(c)) {
                    kana(c, start, end);
                } else {
                    put(isDash(c) ? '-' : c, start, end, capital, 'x');
                }
            }
            i += one.length();
        }
    }

    private static boolean isDash(char c) {
        return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    }

    private void kana(char c, int start, int end) {
        if (c == LONG) {
            put(c, start, end, false, LONG);
        } else if (c <= 0x3096) {
            put(sound((char) (c + HIRAGANA_TO_KATAKANA)), start, end, false, 'h');
        } else {
            put(sound(c), start, end, false, c <= 0x30FA ? 'k' : 'x');
        }
    }

    private static char sound(char c) {
        int at = SPELLED.indexOf(c);
        return at < 0 ? c : COMPARED.charAt(at);
    }

    private void put(char c, int start, int end, boolean capital, char script) {
        if (length == chars.length) {
            int more = length * 2;
            chars = Arrays.copyOf(chars, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            upper = Arrays.copyOf(upper, more);
            scripts = Arrays.copyOf(scripts, more);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = end;
        upper[length] = capital;
        scripts[length] = script;
        length++;
    }

    private void move(int from, int to) {
        chars[to] = chars[from];
        starts[to] = starts[from];
        ends[to] = ends[from];
        upper[to] = upper[from];
        scripts[to] = scripts[from];
    }

    /** A ー at the end of a word of one script goes, where two characters are left of it: キー keeps its own. */
    private void dropLongMarks() {
        int to = 0;
        for (int i = 0; i < length; ) {
            if (scripts[i] != LONG) {
                move(i++, to++);
                continue;
            }
            int end = i;
            while (end < length && scripts[end] == LONG) {
                end++;
            }
            char script = to > 0 ? scripts[to - 1] : 'x';
            boolean kana = script == 'k' || script == 'h';
            boolean last = end == length || scripts[end] != script;
            boolean dropped = kana && last && wordBefore(to, script) >= 2;
            while (i < end) {
                if (!dropped) {
                    move(i, to);
                    scripts[to++] = kana ? script : LONG;
                }
                i++;
            }
        }
        length = to;
    }

    private int wordBefore(int end, char script) {
        int start = end;
        while (start > 0 && scripts[start - 1] == script) {
            start--;
        }
        return end - start;
    }

    private void dropSpaces() {
        int to = 0;
        for (int i = 0; i < length; ) {
            int end = i;
            while (end < length && isSpace(chars[end])) {
                end++;
            }
            boolean beside = end > i
                    && ((to > 0 && Characters.isJapanese(chars[to - 1]))
                            || (end < length && Characters.isJapanese(chars[end])));
            if (beside) {
                i = end;
                continue;
            }
            do {
                move(i++, to++);
            } while (i < end);
        }
        length = to;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
