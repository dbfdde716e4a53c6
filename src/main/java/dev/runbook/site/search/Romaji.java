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

    private Romaji() {}

    /** The readings of a lower-case word; none where it is not Japanese in letters. */
    static List<String> katakana(String word) {
        Set<String> readings = new LinkedHashSet<>();
        // sin'you is often typed without its mark, and then looks like si-nyo-u; di is ヂ, and the ディ of エディタ.
        for (boolean foreign : new boolean[] {false, true}) {
            for (boolean apart : new boolean[] {false, true}) {
                String reading = read(word, apart, foreign);
                if (reading != null && reading.length() > 1) {
                    readings.add(reading);
                }
            }
        }
        return List.copyOf(readings);
    }

    private static @org.jspecify.annotations.Nullable String read(String word, boolean apart, boolean foreign) {
        StringBuilder out = new StringBuilder();
        int size = word.length();
        for (int i = 0; i < size; ) {
            char c = word.charAt(i);
            char next = i + 1 < size ? word.charAt(i + 1) : ' ';
            if (c == '-' && i > 0) {
                out.append('ー');
                i++;
            } else if (c == 'n' && (!isVowel(next) && (next != 'y' || apart))) {
                out.append('ン');
                // nn and n' are one sound; what follows nn may begin with the second n.
                i += next == '\'' || (next == 'n' && !(i + 2 < size && isVowel(word.charAt(i + 2)))) ? 2 : 1;
            } else if (c == next && !isVowel(c) && c >= 'a' && c <= 'z') {
                out.append('ッ');
                i++;
            } else if (c == 't' && next == 'c') {
                out.append('ッ');
                i++;
            } else {
                int length = Math.min(LONGEST, size - i);
                while (length > 0 && !SYLLABLES.containsKey(word.substring(i, i + length))) {
                    length--;
                }
                if (length == 0) {
                    return null;
                }
                String syllable = word.substring(i, i + length);
                out.append(foreign ? FOREIGN.getOrDefault(syllable, SYLLABLES.get(syllable)) : SYLLABLES.get(syllable));
                i += length;
            }
        }
        return out.toString();
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
