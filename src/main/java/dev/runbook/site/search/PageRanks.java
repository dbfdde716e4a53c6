package dev.runbook.site.search;

import dev.runbook.site.search.SearchIndex.Postings;
import dev.runbook.site.search.Wanted.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pages are worth a look at their text: what the index alone says. */
final class PageRanks {
    private final SearchIndex index;
    private final int size;

    PageRanks(SearchIndex index) {
        this.index = index;
        this.size = index.pages().size();
    }

    /** A page, and how good it looks. */
    record Ranked(int page, double rank) {}

    /**
     * The pages that have something of what is wanted, the best first; with filters alone, all that pass them, in order.
     */
    List<Ranked> of(List<Wanted> wanted, List<List<String>> filters) {
        double[] scores = new double[size];
        double[] coverage = new double[size];
        double all = 0;
        for (Wanted unit : wanted) {
            double rarity = unit.rarity();
            all += rarity;
            add(unit, rarity, scores, coverage);
        }
        boolean[] passed = passed(filters);
        List<Ranked> ranked = new ArrayList<>();
        for (int page = 0; page < size; page++) {
            if (passed != null && !passed[page]) {
                continue;
            }
            if (wanted.isEmpty()) {
                ranked.add(new Ranked(page, 0));
            } else if (scores[page] > 0) {
                double covered = coverage[page] / all;
                ranked.add(new Ranked(page, scores[page] * covered * covered));
            }
        }
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.rank()).thenComparingInt(Ranked::page));
        return ranked;
    }

    private void add(Wanted unit, double rarity, double[] scores, double[] coverage) {
        double[] best = new double[size];
        double[] part = new double[size];
        best(unit, best, part);
        for (Wanted other : unit.others()) {
            best(other, best, part);
        }
        for (int page = 0; page < size; page++) {
            scores[page] += best[page];
            coverage[page] += rarity * part[page];
        }
    }

    /** Adds what a page has of a word to the best that it has of its like, and which part of the word that is. */
    private void best(Wanted unit, double[] best, double[] part) {
        int worth = unit.worth();
        if (worth == 0) {
            return;
        }
        int[] score = new int[size];
        int[] matched = new int[size];
        for (Found term : unit.found()) {
            Postings postings = term.postings();
            for (int i = 0; i < postings.size(); i++) {
                score[postings.page(i)] += term.worth() * postings.level(i);
                matched[postings.page(i)] += term.worth();
            }
        }
        for (Found term : unit.longer()) {
            Postings postings = term.postings();
            for (int i = 0; i < postings.size(); i++) {
                int page = postings.page(i);
                score[page] = Math.max(score[page], term.worth() * postings.level(i));
                matched[page] = Math.max(matched[page], term.worth());
            }
        }
        for (int page = 0; page < size; page++) {
            if (score[page] > 0) {
                best[page] = Math.max(best[page], unit.factor() * score[page]);
                part[page] = Math.max(part[page], unit.factor() * Math.min(1, (double) matched[page] / worth));
            }
        }
    }

    private boolean @Nullable [] passed(List<List<String>> filters) {
        boolean[] passed = null;
        for (List<String> choice : filters) {
            boolean[] has = new boolean[size];
            for (String term : choice) {
                Postings postings = index.terms().get(term);
                for (int i = 0; postings != null && i < postings.size(); i++) {
                    int page = postings.page(i);
                    has[page] = passed == null || passed[page];
                }
            }
            passed = has;
        }
        return passed;
    }
}
