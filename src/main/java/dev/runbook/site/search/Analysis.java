package dev.runbook.site.search;

/**
 * The terms of a text: pairs of neighbouring Japanese characters, a single one where it stands alone, the kanji that a run
 * ends with; words, whole as they are joined ({@code etc/nginx/nginx.conf}) and in parts ({@code nginx.conf},
 * {@code nginx}, {@code conf}), also at the capitals of {@code PgBouncer}. The same in {@code analysis.js}.
 */
final class Analysis {
    /** Characters; what follows is not compared, in the index and in queries alike. */
    private static final int LONGEST = 64;

    /** What a term is to the text that it comes from. */
    enum Kind {
        /** A word as it is written, with all that is joined to it. */
        WHOLE,
        /** A part of such a word. */
        PART,
        /** One or two Japanese characters. */
        GRAM
    }

    /** Is given the terms in order, with their places in the normalised text. */
    interface Sink {
        void term(String term, Kind kind, int start, int end);
    }

    private final Normal text;
    private final Sink sink;

    private Analysis(Normal text, Sink sink) {
        this.text = text;
        this.sink = sink;
    }

    static void terms(Normal text, Sink sink) {
        new Analysis(text, sink).run();
    }

    private void run() {
        int size = text.length();
        for (int i = 0; i < size; ) {
            char c = text.at(i);
            int end = i + 1;
            if (Characters.isJapanese(c)) {
                while (end < size && Characters.isJapanese(text.at(end))) {
                    end++;
                }
                grams(i, end);
            } else if (isChunk(c)) {
                while (end < size && isChunk(text.at(end))) {
                    end++;
                }
                chunk(i, end);
                beside(end);
            }
            i = end;
        }
    }

    private static boolean isChunk(char c) {
        return Characters.isWord(c) || Characters.isJoiner(c);
    }

    private void grams(int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            sink.term(text.text(i, i + 2), Kind.GRAM, i, i + 2);
        }
        if (end - start == 1 || Characters.isHan(text.at(end - 1))) {
            sink.term(text.text(end - 1, end), Kind.GRAM, end - 1, end);
        }
    }

    /** The last letter of a word with the Japanese that follows it. */
    private void beside(int at) {
        if (at < text.length() && Characters.isJapanese(text.at(at)) && Characters.isWord(text.at(at - 1))) {
            sink.term(text.text(at - 1, at + 1), Kind.GRAM, at - 1, at + 1);
        }
    }

    private void chunk(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Characters.isJoiner(text.at(start))) {
            start++;
        }
        while (end > start && Characters.isJoiner(text.at(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        word(start, end, Kind.WHOLE);
        for (int i = start; i < end; ) {
            int stop = i;
            while (stop < end && !Characters.isOuterJoiner(text.at(stop))) {
                stop++;
            }
            piece(i, stop, end - start);
            i = stop + 1;
        }
    }

    /** Between {@code /}, {@code =}, {@code :} and {@code @}. */
    private void piece(int from, int to, int whole) {
        int start = from;
        int end = to;
        while (start < end && Characters.isJoiner(text.at(start))) {
            start++;
        }
        while (end > start && Characters.isJoiner(text.at(end - 1))) {
            end--;
        }
        if (start < end && end - start < whole) {
            word(start, end, Kind.PART);
        }
        for (int i = start; i < end; ) {
            int stop = i;
            while (stop < end && !Characters.isJoiner(text.at(stop))) {
                stop++;
            }
            if (stop > i && stop - i < end - start) {
                word(i, stop, Kind.PART);
            }
            camel(i, stop);
            i = stop + 1;
        }
    }

    private void camel(int start, int end) {
        int from = start;
        for (int i = start + 1; i < end; i++) {
            boolean up = text.wasUpper(i) && !text.wasUpper(i - 1);
            boolean last = text.wasUpper(i) && i + 1 < end && !text.wasUpper(i + 1) && isLetter(text.at(i + 1));
            if (up || last) {
                if (from < i) {
                    word(from, i, Kind.PART);
                }
                from = i;
            }
        }
        if (from > start) {
            word(from, end, Kind.PART);
        }
    }

    private static boolean isLetter(char c) {
        return c < '0' || c > '9';
    }

    private void word(int start, int end, Kind kind) {
        int stop = Math.min(end, start + LONGEST);
        sink.term(text.text(start, stop), kind, start, stop);
    }
}
