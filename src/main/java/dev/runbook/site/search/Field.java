package dev.runbook.site.search;

/** A text of a section, ready to be searched. */
record Field(Kind kind, String source, Normal normal, String text, double weight) {
    /** An occurrence inside a longer word counts for so much. */
    private static final double INSIDE = 0.4;

    /** More occurrences tell nothing new. */
    private static final int MOST = 4;

    /** Where a text is shown, if anywhere. */
    enum Kind {
        TITLE,
        HEADING,
        READING,
        TAG,
        ERROR,
        OUTPUT,
        CODE,
        TEXT
    }

    static Field of(Kind kind, String source, double weight) {
        Normal normal = Normal.of(source);
        return new Field(kind, source, normal, normal.toString(), weight);
    }

    /** How often a word occurs. */
    double occurrences(String word) {
        double count = 0;
        for (int at = text.indexOf(word); at >= 0 && count < MOST; at = text.indexOf(word, at + word.length())) {
            count += isInside(at) ? INSIDE : 1;
        }
        return count;
    }

    private boolean isInside(int at) {
        return at > 0 && Characters.isWord(text.charAt(at)) && Characters.isWord(text.charAt(at - 1));
    }
}
