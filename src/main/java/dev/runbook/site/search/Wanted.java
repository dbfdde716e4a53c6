package dev.runbook.site.search;

import dev.runbook.site.search.SearchIndex.Postings;
import dev.runbook.site.search.Unit.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A word of a query, as the index knows it.
 *
 * @param text as it is looked for in texts
 * @param found its terms that are on some page
 * @param longer terms that begin with it, where it is still being typed; the best of them on a page counts
 * @param lacking what its terms that are on no page would be worth
 * @param factor how much it counts: less where it only means the same as what was typed
 * @param others what means the same
 */
record Wanted(String text, List<Found> found, List<Found> longer, int lacking, double factor, List<Wanted> others) {
    /** How many longer terms are looked at, in their order. */
    private static final int LONGER = 24;

    private static final int SHORTEST_PREFIX = 2;

    /** What counts of a term in which a typed word goes on, in {@link Term#weight}'s measure. */
    private static final int LONGER_WEIGHT = 7;

    private static final double SYNONYM = 0.7;
    private static final double ROMAJI = 0.8;

    /** In kana: a shorter word of letters that stands somewhere as it is typed was hardly meant as Japanese. */
    private static final int LONG_READING = 4;

    /** A term with its pages. */
    record Found(String term, int weight, int rarity, Postings postings) {
        int worth() {
            return weight * rarity;
        }
    }

    static List<Wanted> of(List<Unit> units, SearchIndex index) {
        return units.stream().map(unit -> of(unit, index, 1, true)).toList();
    }

    private static Wanted of(Unit unit, SearchIndex index, double factor, boolean withOthers) {
        List<Found> found = new ArrayList<>();
        int lacking = 0;
        for (Term term : unit.terms()) {
            Postings postings = index.terms().get(term.term());
            if (postings != null) {
                found.add(found(term.term(), term.weight(), postings, index));
            } else if (term.isNeeded()) {
                lacking += term.weight() * Weights.rarity(index.pages().size(), 0);
            }
        }
        String last = unit.terms().get(unit.terms().size() - 1).term();
        boolean lone = unit.terms().size() == 1;
        List<Found> longer = lone && (unit.prefix() || last.length() == 1) ? longer(last, index) : List.of();
        List<Wanted> others = new ArrayList<>();
        if (withOthers) {
            for (String other : index.synonyms().of(unit.text())) {
                Unit same = Unit.of(other, false);
                if (same != null) {
                    others.add(of(same, index, SYNONYM, false));
                }
            }
            String whole = unit.terms().get(0).term();
            boolean known =
                    index.terms().containsKey(whole) || !longer(whole, index).isEmpty();
            for (String kana : Romaji.katakana(unit.text())) {
                Unit same = Unit.of(kana, false);
                if (same != null && (!known || kana.length() >= LONG_READING)) {
                    others.add(of(same, index, ROMAJI, false));
                }
            }
        }
        return new Wanted(unit.text(), found, longer, lacking, factor, others);
    }

    private static Found found(String term, int weight, Postings postings, SearchIndex index) {
        return new Found(term, weight, Weights.rarity(index.pages().size(), postings.size()), postings);
    }

    /** A letter alone begins too much; a kanji alone is a word. */
    private static List<Found> longer(String term, SearchIndex index) {
        List<Found> longer = new ArrayList<>();
        if (term.length() < SHORTEST_PREFIX && !Characters.isJapanese(term.charAt(0))) {
            return longer;
        }
        int seen = 0;
        for (Map.Entry<String, Postings> entry : index.terms().tailMap(term).entrySet()) {
            if (!entry.getKey().startsWith(term) || seen++ > LONGER) {
                break;
            }
            if (!entry.getKey().equals(term)) {
                longer.add(found(entry.getKey(), LONGER_WEIGHT, entry.getValue(), index));
            }
        }
        return longer;
    }

    /** All that a page can have of it. */
    int worth() {
        if (found.isEmpty() && longer.isEmpty()) {
            return 0;
        }
        int worth = lacking;
        for (Found term : found) {
            worth += term.worth();
        }
        if (found.isEmpty()) {
            worth = 0;
            for (Found term : longer) {
                worth = Math.max(worth, term.worth());
            }
        }
        return worth;
    }

    /** How much it tells: as much as its rarest term, or what means the same does. */
    int rarity() {
        int rarity = 0;
        for (Found term : found) {
            rarity = Math.max(rarity, term.rarity());
        }
        if (found.isEmpty()) {
            for (Found term : longer) {
                rarity = Math.max(rarity, term.rarity());
            }
        }
        if (rarity == 0) {
            for (Wanted other : others) {
                rarity = Math.max(rarity, other.rarity());
            }
        }
        return rarity;
    }
}
