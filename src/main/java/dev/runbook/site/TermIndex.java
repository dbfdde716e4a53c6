package dev.runbook.site;

import dev.runbook.site.Glossary.Term;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a glossary's words in escaped text, each as a word of its own and the longest first. Immutable. */
final class TermIndex {
    /** An English word at the beginning of a heading: inside a sentence it is written small, and may be a plural. */
    private static final Pattern CAPITALISED = Pattern.compile("[A-Z][a-z]+(?: [a-z]+)*");

    private static final String NOT_BEFORE = "/._-@:&#$%+=";
    private static final String NOT_BEHIND = "/_-@=";

    /**
     * A word where it was found.
     *
     * @param end behind it
     */
    record Match(Term term, int end) {}

    private record Spelling(String text, boolean word, Term term) {}

    private final Map<Character, List<Spelling>> byStart = new HashMap<>();

    TermIndex(List<Term> terms) {
        for (Term term : terms) {
            for (String spelling : term.spellings()) {
                String text = Escape.html(spelling);
                boolean word = CAPITALISED.matcher(text).matches();
                Spelling entry = new Spelling(text, word, term);
                add(text.charAt(0), entry);
                if (word) {
                    add(Character.toLowerCase(text.charAt(0)), entry);
                }
            }
        }
        byStart.values()
                .forEach(list ->
                        list.sort(Comparator.comparing((Spelling s) -> -s.text().length())));
    }

    private void add(char start, Spelling spelling) {
        byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(spelling);
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }

    /** The word that begins at a place of a text that ends at {@code end}. */
    Optional<Match> at(String html, int from, int start, int end) {
        List<Spelling> candidates = byStart.get(html.charAt(start));
        if (candidates == null || !begins(html, from, start)) {
            return Optional.empty();
        }
        for (Spelling spelling : candidates) {
            String text = spelling.text();
            if (html.regionMatches(start + 1, text, 1, text.length() - 1)) {
                int stop = start + text.length();
                if (spelling.word() && stop < end && html.charAt(stop) == 's') {
                    stop++;
                }
                if (stop <= end && ends(html, stop, end)) {
                    return Optional.of(new Match(spelling.term(), stop));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String html, int from, int start) {
        if (start == from) {
            return true;
        }
        char before = html.charAt(start - 1);
        boolean latin = kind(html.charAt(start)) == UnicodeScript.LATIN;
        return !joined(before, html.charAt(start)) && !(latin && NOT_BEFORE.indexOf(before) >= 0);
    }

    private static boolean ends(String html, int stop, int end) {
        if (stop == end) {
            return true;
        }
        char last = html.charAt(stop - 1);
        char behind = html.charAt(stop);
        if (joined(last, behind)) {
            return false;
        }
        boolean latin = kind(last) == UnicodeScript.LATIN;
        // A full stop ends a sentence; one with a letter behind it goes on with a name (nginx.conf).
        boolean name = behind == '.' && stop + 1 < end && kind(html.charAt(stop + 1)) == UnicodeScript.LATIN;
        return !(latin && (name || NOT_BEHIND.indexOf(behind) >= 0));
    }

    /** Whether two neighbours would be one word: Japanese has no spaces, but a word seldom ends inside a script. */
    private static boolean joined(char a, char b) {
        UnicodeScript kind = kind(a);
        return kind != UnicodeScript.COMMON && kind != UnicodeScript.HIRAGANA && kind == kind(b);
    }

    private static UnicodeScript kind(char c) {
        if (c >= '0' && c <= '9') {
            return UnicodeScript.LATIN;
        }
        return c == 'ー' ? UnicodeScript.KATAKANA : UnicodeScript.of(c);
    }
}
