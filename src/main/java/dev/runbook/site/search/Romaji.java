package dev.runbook.site.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Japanese typed in letters, in every usual spelling ({@code shi} and {@code si}), as katakana. Also in {@code romaji.js}. */
final class Romaji {
    private static final int LONGEST = 4;
    private static final Map<String, String> SYLLABLES = syllables();
    private static final Map<String, String> FOREIGN = Map.of("di", "ディ", "ti", "ティ", "du", "デュ");

    /** Long vowels with their mark, and the two letters that they are. */
    private static final String LONG = "āaaīiiūuuēeiōouâaaîiiûuuêeiôou";

    /** Readings; a word of more is hardly one that a reader types. */
    private static final int MOST = 12;

    /** Unclear letters of a word that are tried. */
    private static final int BITS = 8;

    private Romaji() {}

    /**
     * The readings of a lower-case word; none where it is not Japanese in letters. gen'in and tan'i are mostly typed
     * without the mark, and then look like ge-ni-n and ta-ni: with each such n the word may be read in one more way. di is
     * ヂ, and the ディ of エディタ; ō is オウ, and the ー of サーバー.
     */
    static List<String> katakana(String word) {
        Set<String> readings = new LinkedHashSet<>();
        for (boolean foreign : new boolean[] {false, true}) {
            String plain = plain(word, foreign);
            int unclear = add(readings, plain, 0, foreign);
            for (int i = 0; i < unclear; i++) {
                add(readings, plain, 1 << i, foreign);
            }
            for (int i = 0; i < unclear; i++) {
                for (int j = i + 1; j < unclear; j++) {
                    add(readings, plain, 1 << i | 1 << j, foreign);
                }
            }
        }
        return readings.stream().limit(MOST).toList();
    }

    private static String plain(String word, boolean foreign) {
        String plain = word;
        for (int i = 0; i < LONG.length(); i += 3) {
            String vowel = LONG.substring(i + 1, i + 2);
            plain = plain.replace(LONG.substring(i, i + 1), vowel + (foreign ? "-" : LONG.substring(i + 2, i + 3)));
        }
        return plain;
    }

    /**
     * Adds a reading, where there is one.
     *
     * @param apart the bits of those unclear n that are read as ン
     * @return how many n are unclear
     */
    private static int add(Set<String> readings, String word, int apart, boolean foreign) {
        StringBuilder out = new StringBuilder();
        int size = word.length();
        int unclear = 0;
        for (int i = 0; i < size; ) {
            char c = word.charAt(i);
            char next = i + 1 < size ? word.charAt(i + 1) : ' ';
            char third = i + 2 < size ? word.charAt(i + 2) : ' ';
            boolean both = next == 'n' && goesOn(third);
            boolean either = c == 'n' && (both || (i > 0 && word.charAt(i - 1) != 'n' && goesOn(next)));
            boolean second = either && unclear < BITS && (apart >> unclear & 1) == 1;
            unclear += either ? 1 : 0;
            if (c == '-' && i > 0) {
                out.append('ー');
                i++;
            } else if (c == 'n' && (both || second || !goesOn(next))) {
                out.append('ン');
                // nn and n' are one sound; what follows nn may begin with the second n.
                i += next == '\'' || (next == 'n' && both == second) ? 2 : 1;
            } else if (c == 'm' && (next == 'b' || next == 'p' || next == 'm')) {
                out.append('ン');
                i++;
            } else if ((c == next && !isVowel(c) && c >= 'a' && c <= 'z') || (c == 't' && next == 'c')) {
                out.append('ッ');
                i++;
            } else {
                int length = Math.min(LONGEST, size - i);
                while (length > 0 && !SYLLABLES.containsKey(word.substring(i, i + length))) {
                    length--;
                }
                if (length == 0) {
                    return 0;
                }
                String syllable = word.substring(i, i + length);
                out.append(foreign ? FOREIGN.getOrDefault(syllable, SYLLABLES.get(syllable)) : SYLLABLES.get(syllable));
                i += length;
            }
        }
        if (out.length() > 1) {
            readings.add(out.toString());
        }
        return Math.min(unclear, BITS);
    }

    /** Whether an n may begin a syllable with it. */
    private static boolean goesOn(char c) {
        return isVowel(c) || c == 'y';
    }

    private static boolean isVowel(char c) {
        return "aiueo".indexOf(c) >= 0;
    }

    private static Map<String, String> syllables() {
        Map<String, String> map = new HashMap<>();
        String[] rows = {
            " アイウエオ", "kカキクケコ", "sサシスセソ", "tタチツテト", "nナニヌネノ", "hハヒフヘホ", "mマミムメモ", "rラリルレロ", "gガギグゲゴ", "zザジズゼゾ",
            "dダヂヅデド", "bバビブベボ", "pパピプペポ",
        };
        for (String row : rows) {
            String consonant = row.substring(0, 1).strip();
            for (int i = 0; i < 5; i++) {
                map.put(consonant + "aiueo".charAt(i), row.substring(i + 1, i + 2));
            }
        }
        put(map, "ya ヤ yu ユ yo ヨ wa ワ wo ヲ shi シ chi チ tsu ツ fu フ ji ジ vu ヴ va ヴァ vi ヴィ ve ヴェ vo ヴォ");
        put(map, "fa ファ fi フィ fe フェ fo フォ she シェ che チェ je ジェ sye シェ tye チェ zye ジェ jye ジェ");
        put(map, "ti' ティ thi ティ dhi ディ di' ディ dhu デュ thu テュ twu トゥ dwu ドゥ wi ウィ we ウェ who ウォ tsa ツァ");
        put(map, "xa ァ xi ィ xu ゥ xe ェ xo ォ la ァ li ィ lu ゥ le ェ lo ォ xya ャ xyu ュ xyo ョ xtu ッ ltu ッ");
        put(map, "sha シャ shu シュ sho ショ cha チャ chu チュ cho チョ ja ジャ ju ジュ jo ジョ");
        String[] palatal = {"kキ", "sシ", "tチ", "nニ", "hヒ", "mミ", "rリ", "gギ", "zジ", "jジ", "dヂ", "bビ", "pピ", "cチ"};
        for (String row : palatal) {
            for (int i = 0; i < 3; i++) {
                map.put(row.charAt(0) + "y" + "auo".charAt(i), row.substring(1) + "ャュョ".charAt(i));
            }
        }
        return Map.copyOf(map);
    }

    private static void put(Map<String, String> map, String pairs) {
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
    }
}
