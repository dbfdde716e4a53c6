package dev.runbook.markdown;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The anchors of one page: each belongs to one heading, step or element. Those that the author wrote are reserved before
 * any is derived, so that a derived one never takes the place of a written one further down.
 */
final class Ids {
    private final Set<String> reserved = new HashSet<>();
    private final Map<String, Integer> written = new HashMap<>();
    private final Set<String> derived = new HashSet<>();
    /** The next number for each base, so that a thousand headings of one name do not count to a thousand each. */
    private final Map<String, Integer> counted = new HashMap<>();

    /** Whether a text can be an id: letters and digits of any script, {@code -}, {@code _} and {@code .}. */
    static boolean isValid(String id) {
        return !id.isEmpty()
                && id.codePoints().allMatch(Ids::isIdCharacter)
                && (Character.isLetterOrDigit(id.codePointAt(0)) || id.charAt(0) == '_');
    }

    private static boolean isIdCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Keeps an id that the author wrote somewhere on the page from being derived. */
    void reserve(String id) {
        reserved.add(id);
    }

    /**
     * Takes an id that the author wrote.
     *
     * @return the line that has it already, or 0 if it was free
     */
    int take(String id, int line) {
        Integer before = written.putIfAbsent(id, line);
        return before == null ? 0 : before;
    }

    /** A free id: {@code base}, else {@code base-1}, {@code base-2} …, as GitHub counts headings. */
    String derive(String base) {
        return derive(base, 1);
    }

    /** A free id: {@code base}, else {@code base-<first>} and so on. */
    String derive(String base, int first) {
        String id = base;
        int number = counted.getOrDefault(base, first);
        while (reserved.contains(id) || written.containsKey(id) || !derived.add(id)) {
            id = base + "-" + number++;
        }
        counted.put(base, number);
        return id;
    }

    /** A heading's text as an id: NFKC, lower case, spaces as {@code -}, without punctuation. */
    static String slug(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(text.length());
        text.strip().codePoints().forEach(c -> {
            if (Character.isSpaceChar(c) || c == '\n') {
                slug.append('-');
            } else if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || isMark(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.isEmpty() ? "section" : slug.toString();
    }
}
