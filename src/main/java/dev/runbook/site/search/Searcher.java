package dev.runbook.site.search;

import dev.runbook.i18n.Language;
import dev.runbook.site.search.PageRanks.Ranked;
import dev.runbook.site.search.SectionScore.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds sections. The index names the pages that look best; their texts are read, and decide. The same as
 * {@code engine.js}, number for number.
 */
public final class Searcher {
    /** Pages of the reader's language whose text is looked at, at least: a browser has to load each. */
    private static final int PAGES = 10;

    private static final int OTHER_PAGES = 4;

    /** How often more of the reader's pages are looked at, while none has all the words as they were typed together. */
    private static final int ROUNDS = 2;

    /** A longer query, as a line of a log is, stands nowhere as a whole. */
    private static final int SHORT = 4;

    /** So many sections of one page, if they are so good beside its best. */
    private static final int SECTIONS = 3;

    private static final double GOOD = 0.5;

    /** What the index alone said decides between sections that are alike. */
    private static final double RANK = 0.1;

    private final SearchIndex index;

    public Searcher(SearchIndex index) {
        this.index = index;
    }

    /** A section with all that orders it. */
    private record Candidate(SearchHit hit, int group, int order, Score score) {}

    /**
     * Searches.
     *
     * @param language the reader's; sections in it stand first
     * @param limit how many hits at most
     */
    public SearchResults search(String text, Language language, int limit) {
        Query query = Query.of(text);
        int pages = Math.max(PAGES, limit - OTHER_PAGES);
        List<Candidate> found = find(query, language, pages);
        List<String> missing = new ArrayList<>();
        NearMisses near = new NearMisses(index.words());
        String suggestion = text;
        for (int i = 0; i < query.units().size(); i++) {
            int word = i;
            if (found.stream().noneMatch(c -> c.score().verified().get(word))) {
                String raw = query.units().get(i).raw();
                missing.add(raw);
                suggestion =
                        suggestion.replace(raw, near.of(query.units().get(i)).orElse(raw));
            }
        }
        boolean corrected = found.isEmpty() && !suggestion.equals(text);
        if (corrected) {
            found = find(Query.of(suggestion), language, pages);
        }
        return new SearchResults(
                found.stream().limit(limit).map(Candidate::hit).toList(),
                missing,
                Optional.of(suggestion).filter(s -> !s.equals(text)),
                corrected);
    }

    private List<Candidate> find(Query query, Language language, int pages) {
        List<Wanted> wanted = Wanted.of(query.units(), index);
        List<Wanted> ranking = new ArrayList<>(wanted);
        ranking.addAll(Wanted.of(query.joined(), index));
        if (wanted.isEmpty() && query.filters().isEmpty()) {
            return List.of();
        }
        List<Ranked> ranked = new PageRanks(index).of(ranking, query.filters());
        double best = ranked.isEmpty() ? 1 : Math.max(1, ranked.get(0).rank());
        List<Ranked> own = new ArrayList<>();
        List<Ranked> other = new ArrayList<>();
        ranked.forEach(r -> (index.page(r.page()).source().language() == language ? own : other).add(r));
        List<Candidate> found = new ArrayList<>();
        int rounds = wanted.size() <= SHORT ? ROUNDS : 1;
        boolean whole = false;
        for (int round = 0; round < rounds && !whole; round++) {
            for (Ranked page : part(own, round * pages, pages)) {
                found.addAll(sections(page, wanted, query.whole(), 0, RANK * page.rank() / best));
            }
            whole = found.stream().anyMatch(c -> c.score().whole());
        }
        for (Ranked page : part(other, 0, OTHER_PAGES)) {
            found.addAll(sections(page, wanted, query.whole(), 1, RANK * page.rank() / best));
        }
        found.sort(Comparator.comparingInt(Candidate::group)
                .thenComparingDouble(c -> -c.hit().score())
                .thenComparingInt(Candidate::order));
        return found;
    }

    private static List<Ranked> part(List<Ranked> pages, int from, int count) {
        int start = Math.min(from, pages.size());
        return pages.subList(start, Math.min(start + count, pages.size()));
    }

    private List<Candidate> sections(Ranked ranked, List<Wanted> wanted, String whole, int group, double rank) {
        IndexedPage page = index.page(ranked.page());
        List<Candidate> sections = new ArrayList<>();
        for (int i = 0; i < page.source().sections().size(); i++) {
            SectionScore section = SectionScore.of(page, i);
            Score score = section.of(wanted, whole);
            if (score.stands()) {
                sections.add(candidate(page, i, section, wanted, score, group, ranked.page(), rank));
            } else if (wanted.isEmpty()) {
                return List.of(candidate(page, i, section, wanted, score, group, ranked.page(), rank));
            }
        }
        sections.sort(Comparator.comparingDouble((Candidate c) -> -c.hit().score()));
        double least = sections.isEmpty() ? 0 : GOOD * sections.get(0).hit().score();
        return sections.stream()
                .limit(SECTIONS)
                .filter(c -> c.hit().score() >= least)
                .toList();
    }

    private static Candidate candidate(
            IndexedPage page,
            int number,
            SectionScore section,
            List<Wanted> wanted,
            Score score,
            int group,
            int order,
            double rank) {
        SearchPage source = page.source();
        Snippet snippet = Snippet.of(section.fields(), wanted);
        return new Candidate(
                new SearchHit(
                        source.id(),
                        source.language(),
                        source.url(),
                        source.title(),
                        source.sections().get(number).anchor(),
                        source.sections().get(number).heading(),
                        source.standing(),
                        score.value() * (1 + rank),
                        snippet.text(),
                        snippet.marks()),
                group,
                order,
                score);
    }
}
