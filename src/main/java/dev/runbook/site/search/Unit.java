package dev.runbook.site.search;

import dev.runbook.site.search.Analysis.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word of a query.
 *
 * @param raw as it was typed
 * @param text as it is looked for in texts
 * @param terms as they are in the index
 * @param prefix whether more letters may follow: it is still being typed
 */
record Unit(String raw, String text, List<Term> terms, boolean prefix) {
    /** What stands between words and is no word itself: katakana, as all hiragana is compared. */
    private static final String PARTICLES = "ノヲニハガデトモヘヤ";

    private static final int WHOLE = 10;
    private static final int PART = 4;
    private static final int GRAM = 6;

    /** One of the terms that a word has in the index, and how much it counts there. */
    record Term(String term, int weight) {
        /** Whether a word is not there where this is not: one that is joined to others may be written apart. */
        boolean isNeeded() {
            return weight != WHOLE;
        }
    }

    /** The word without what stands around it; null where nothing is left. */
    static @Nullable Unit of(String raw, boolean prefix) {
        Normal normal = Normal.of(raw);
        int start = 0;
        int end = normal.length();
        while (start < end && !begins(normal.at(start))) {
            start++;
        }
        while (end > start && !isLetter(normal.at(end - 1))) {
            end--;
        }
        if (start == end) {
            return null;
        }
        Map<String, Term> terms = new LinkedHashMap<>();
        Analysis.terms(normal, (term, kind, first, last) -> terms.putIfAbsent(term, new Term(term, weight(kind))));
        return terms.isEmpty() ? null : new Unit(raw, normal.text(start, end), List.copyOf(terms.values()), prefix);
    }

    /**
     * The parts of words that were written without spaces: letters beside Japanese, and Japanese on both sides of a
     * particle. One part: there is nothing to part.
     */
    static List<Unit> parts(String raw, boolean prefix) {
        Normal normal = Normal.of(raw);
        List<Unit> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= normal.length(); i++) {
            boolean end = i == normal.length();
            boolean particle = !end && isParticle(normal, i);
            if (end || particle || changes(normal, i)) {
                Unit part = of(raw.substring(normal.start(start), normal.end(i - 1)), prefix && end);
                if (part != null) {
                    parts.add(part);
                }
                start = particle ? i + 1 : i;
                i = particle ? i + 1 : i;
            }
        }
        return parts;
    }

    private static boolean isParticle(Normal text, int at) {
        return text.isHiragana(at)
                && PARTICLES.indexOf(text.at(at)) >= 0
                && !text.isHiragana(at - 1)
                && at + 1 < text.length()
                && !text.isHiragana(at + 1)
                && isLetter(text.at(at - 1))
                && isLetter(text.at(at + 1));
    }

    private static boolean changes(Normal text, int at) {
        char before = text.at(at - 1);
        char here = text.at(at);
        return (Characters.isJapanese(before) && Characters.isWord(here))
                || (Characters.isWord(before) && Characters.isJapanese(here));
    }

    /** Options, paths and hidden files begin with what elsewhere only joins words. */
    private static boolean begins(char c) {
        return isLetter(c) || (Characters.isJoiner(c) && c != ':' && c != '=');
    }

    private static boolean isLetter(char c) {
        return Characters.isJapanese(c) || Characters.isWord(c);
    }

    private static int weight(Kind kind) {
        return switch (kind) {
            case WHOLE -> WHOLE;
            case PART -> PART;
            case GRAM -> GRAM;
        };
    }
}
