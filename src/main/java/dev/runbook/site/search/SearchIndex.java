package dev.runbook.site.search;

import dev.runbook.i18n.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The index of a site: which terms are on which pages, the pages' texts, words for near misses, synonyms. What it is made
 * of decides it to the byte.
 */
public final class SearchIndex {
    /** Where its files are in the site. */
    public static final String FOLDER = "search/";

    /** Pages whose terms are held at the same time: those of all would be most of what a build needs to remember. */
    private static final int AT_ONCE = 512;

    private final List<IndexedPage> pages;
    private final SortedMap<String, Postings> terms;
    private final SortedMap<Integer, List<String>> words;
    private final Synonyms synonyms;

    private SearchIndex(
            List<IndexedPage> pages,
            SortedMap<String, Postings> terms,
            SortedMap<Integer, List<String>> words,
            Synonyms synonyms) {
        this.pages = pages;
        this.terms = terms;
        this.words = words;
        this.synonyms = synonyms;
    }

    /**
     * Makes an index.
     *
     * @param pages those of one language after those of another, each in the order in which they are read
     * @param synonyms words that mean the same, beside those that are built in
     */
    public static SearchIndex of(List<SearchPage> pages, List<List<String>> synonyms) {
        Readings readings = new Readings();
        // Numbers first, so that the order in which the pages are worked on cannot matter.
        List<IndexedPage> indexed =
                pages.parallelStream().map(p -> IndexedPage.of(p, readings)).toList();
        Map<String, Postings> terms = new HashMap<>();
        Map<String, Integer> words = new HashMap<>();
        for (int start = 0; start < indexed.size(); start += AT_ONCE) {
            int first = start;
            PageTerms[] found = new PageTerms[Math.min(AT_ONCE, indexed.size() - first)];
            IntStream.range(0, found.length).parallel().forEach(i -> found[i] = PageTerms.of(indexed.get(first + i)));
            for (int i = 0; i < found.length; i++) {
                int page = first + i;
                found[i].weights()
                        .forEach((term, weight) -> terms.computeIfAbsent(term, key -> new Postings())
                                .add(page, PageTerms.level(weight)));
                found[i].words().forEach(word -> words.merge(word, 1, Integer::sum));
            }
        }
        return new SearchIndex(indexed, new TreeMap<>(terms), byLength(words), Synonyms.with(synonyms));
    }

    /** Words by their length, those on many pages first; of the spellings of one word the commonest. */
    private static SortedMap<Integer, List<String>> byLength(Map<String, Integer> words) {
        List<String> order = new ArrayList<>(words.keySet());
        order.sort((a, b) -> {
            int commoner = Integer.compare(words.getOrDefault(b, 0), words.getOrDefault(a, 0));
            return commoner != 0 ? commoner : a.compareTo(b);
        });
        Map<String, String> spellings = new LinkedHashMap<>();
        order.forEach(word -> spellings.putIfAbsent(Normal.of(word).toString(), word));
        SortedMap<Integer, List<String>> byLength = new TreeMap<>();
        spellings
                .values()
                .forEach(w -> byLength.computeIfAbsent(w.length(), k -> new ArrayList<>())
                        .add(w));
        return byLength;
    }

    /** The files of the site that hold it, by path from its root. */
    public SortedMap<String, byte[]> files() {
        return new IndexFiles(this, IndexFiles.Sizes.USUAL).files();
    }

    List<IndexedPage> pages() {
        return pages;
    }

    IndexedPage page(int number) {
        return pages.get(number);
    }

    /** All terms in the order of their UTF-16 units. */
    SortedMap<String, Postings> terms() {
        return Collections.unmodifiableSortedMap(terms);
    }

    /** Words that may have been meant, by length. */
    SortedMap<Integer, List<String>> words() {
        return Collections.unmodifiableSortedMap(words);
    }

    Synonyms synonyms() {
        return synonyms;
    }

    /** How many pages each language has, in their order. */
    Map<Language, Integer> languages() {
        Map<Language, Integer> counts = new LinkedHashMap<>();
        pages.forEach(p -> counts.merge(p.source().language(), 1, Integer::sum));
        return counts;
    }

    /** The pages that have a term, in order, each with the level that the term has there. */
    static final class Postings {
        private int[] pages = new int[2];
        private byte[] levels = new byte[2];
        private int size;

        private void add(int page, int level) {
            if (size == pages.length) {
                pages = Arrays.copyOf(pages, size * 2);
                levels = Arrays.copyOf(levels, size * 2);
            }
            pages[size] = page;
            levels[size++] = (byte) level;
        }

        int size() {
            return size;
        }

        int page(int index) {
            return pages[index];
        }

        int level(int index) {
            return levels[index];
        }
    }
}
