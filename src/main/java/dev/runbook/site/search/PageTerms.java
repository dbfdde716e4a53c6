package dev.runbook.site.search;

import dev.runbook.site.search.Analysis.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The terms of one page, and how much each counts there. */
final class PageTerms {
    /** Shorter words are too near to one another for a near miss to be told. */
    private static final int SHORTEST_WORD = 3;

    private static final int LONGEST_WORD = 32;

    private static final int NAMES = 0;
    private static final int TEXTS = 1;

    /** Of each term, what titles, headings and the like give it, and what texts do. */
    private final Map<String, double[]> weights = new HashMap<>();

    /** Words for near misses, as they are written. */
    private final Set<String> words = new HashSet<>();

    private PageTerms() {}

    static PageTerms of(IndexedPage page) {
        PageTerms terms = new PageTerms();
        SearchPage source = page.source();
        terms.add(source.title(), Weights.TITLE, NAMES);
        terms.addReading(page.reading());
        source.tags().forEach(tag -> terms.add(tag, Weights.TAG, NAMES));
        source.errors().forEach(line -> terms.add(line, Weights.ERROR, NAMES));
        int text = source.description().length();
        int code = 0;
        int output = 0;
        for (SearchSection section : source.sections()) {
            text += section.text().length();
            code += section.code().length();
            output += section.output().length();
        }
        double textWeight = Weights.inText(Weights.TEXT, text, Weights.PAGE_LENGTH);
        double codeWeight = Weights.inText(Weights.CODE, code, Weights.PAGE_LENGTH);
        double outputWeight = Weights.inText(Weights.OUTPUT, output, Weights.PAGE_LENGTH);
        terms.add(source.description(), 2 * textWeight, TEXTS);
        for (int i = 0; i < source.sections().size(); i++) {
            SearchSection section = source.sections().get(i);
            terms.add(section.heading(), Weights.HEADING, NAMES);
            terms.addReading(page.headingReadings().get(i));
            terms.add(section.text(), textWeight, TEXTS);
            terms.add(section.code(), codeWeight, TEXTS);
            terms.add(section.output(), outputWeight, TEXTS);
        }
        source.tags().forEach(tag -> terms.count(Query.tagTerm(tag), 1, NAMES));
        if (!source.standing().isEmpty()) {
            terms.count(Query.STANDING + source.standing(), 1, NAMES);
        }
        return terms;
    }

    private void add(String text, double weight, int where) {
        if (text.isEmpty()) {
            return;
        }
        Normal normal = Normal.of(text);
        Analysis.terms(normal, (term, kind, start, end) -> {
            count(term, weight, where);
            if (kind != Kind.GRAM) {
                word(term, text.substring(normal.start(start), normal.end(end - 1)));
            }
        });
        katakana(normal, text);
    }

    /** The words that are not Japanese stand in the heading itself. */
    private void addReading(String reading) {
        Analysis.terms(Normal.of(reading), (term, kind, start, end) -> {
            if (kind == Kind.GRAM) {
                count(term, Weights.READING, NAMES);
            }
        });
    }

    private void count(String term, double weight, int where) {
        weights.computeIfAbsent(term, key -> new double[2])[where] += weight;
    }

    private void word(String term, String written) {
        if (term.length() >= SHORTEST_WORD && term.length() <= LONGEST_WORD && Words.isWord(term)) {
            words.add(written.length() == term.length() ? written : term);
        }
    }

    /** Words in katakana are no terms, but a reader mistypes them like words of letters. */
    private void katakana(Normal text, String source) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && text.isKatakana(end)) {
                end++;
            }
            if (end - i >= SHORTEST_WORD && end - i <= LONGEST_WORD) {
                String written = source.substring(text.start(i), text.end(end - 1));
                words.add(written.length() == end - i ? written : text.text(i, end));
            }
            i = end + 1;
        }
    }

    Map<String, double[]> weights() {
        return weights;
    }

    Set<String> words() {
        return words;
    }

    /** The weight of a term on a page, as one of {@link Weights#LEVELS}: no text weighs as much as a heading. */
    static int level(double[] weight) {
        double all = weight[NAMES] + Math.min(weight[TEXTS], Weights.ALL_TEXTS);
        return Math.max(1, (int) Math.ceil(Weights.LEVELS * Weights.saturated(all)));
    }
}
