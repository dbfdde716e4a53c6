package dev.runbook.site.search;

import dev.runbook.site.search.Field.Kind;
import java.util.ArrayList;
import java.util.List;

/** The part of a section's text that shows why it was found. */
record Snippet(String text, List<Integer> marks) {
    private static final int BEFORE = 30;
    private static final int LENGTH = 160;
    private static final List<Kind> SHOWN = List.of(Kind.ERROR, Kind.OUTPUT, Kind.TEXT, Kind.CODE);

    static Snippet of(List<Field> fields, List<Wanted> wanted) {
        List<String> words = words(wanted);
        Field best = null;
        int most = -1;
        for (Field field : fields) {
            if (!SHOWN.contains(field.kind()) || field.source().isEmpty()) {
                continue;
            }
            int has = 0;
            for (String word : words) {
                has += field.text().contains(word) ? 1 : 0;
            }
            boolean opening =
                    most == 0 && has == 0 && best != null && best.kind() != Kind.TEXT && field.kind() == Kind.TEXT;
            if (has > most || opening) {
                best = field;
                most = has;
            }
        }
        return best == null ? new Snippet("", List.of()) : cut(best, words);
    }

    /** What is marked: the words as typed and what means the same; their parts where they stand nowhere. */
    private static List<String> words(List<Wanted> wanted) {
        List<String> words = new ArrayList<>();
        for (Wanted unit : wanted) {
            words.add(unit.text());
            unit.others().forEach(other -> words.add(other.text()));
        }
        return words;
    }

    private static Snippet cut(Field field, List<String> words) {
        Normal normal = field.normal();
        int first = -1;
        for (String word : words) {
            int at = field.text().indexOf(word);
            if (at >= 0) {
                first = at;
                break;
            }
        }
        int start = first < 0 ? 0 : Math.max(0, normal.start(first) - BEFORE);
        start = boundary(field.source(), start, first < 0 ? 0 : normal.start(first));
        int end = Math.min(field.source().length(), start + LENGTH);
        end -= end < field.source().length()
                        && Character.isLowSurrogate(field.source().charAt(end))
                ? 1
                : 0;
        return new Snippet(field.source().substring(start, end).replace('\n', ' '), marks(field, words, start, end));
    }

    /** The start of a line, or after a space or a full stop, where there is one before what was found. */
    private static int boundary(String source, int start, int found) {
        if (start == 0) {
            return 0;
        }
        for (int i = start; i < found; i++) {
            char before = source.charAt(i - 1);
            if (before == '\n' || before == '。') {
                return i;
            }
        }
        for (int i = start; i < found; i++) {
            if (source.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return Character.isLowSurrogate(source.charAt(start)) ? start + 1 : start;
    }

    private static List<Integer> marks(Field field, List<String> words, int start, int end) {
        boolean[] marked = new boolean[end - start];
        for (String word : words) {
            for (int at = field.text().indexOf(word); at >= 0; at = field.text().indexOf(word, at + word.length())) {
                int from = Math.max(field.normal().start(at), start);
                int to = Math.min(field.normal().end(at + word.length() - 1), end);
                for (int i = from; i < to; i++) {
                    marked[i - start] = true;
                }
            }
        }
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            if (marked[i] && (i == 0 || !marked[i - 1])) {
                marks.add(i);
            }
            if (marked[i] && (i + 1 == marked.length || !marked[i + 1])) {
                marks.add(i + 1);
            }
        }
        return marks;
    }
}
