package dev.runbook.site.search;

/** What decides the order of results. The same numbers are in {@code weights.js}. */
final class Weights {
    static final double TITLE = 10;
    static final double ERROR = 6;
    static final double HEADING = 5;
    static final double READING = 4;
    static final double TAG = 4;
    static final double OUTPUT = 2;
    static final double CODE = 1.5;
    static final double TEXT = 1;

    /** The most that a page's texts count for. */
    static final double ALL_TEXTS = 3;

    /** How fast a further occurrence counts for less: BM25's k1. */
    static final double SATURATION = 1.2;

    /** How much a long text counts for less: BM25's b. */
    static final double LENGTH = 0.4;

    /**
     * The length, in characters, of a page's text that counts as usual. Fixed, not the handbook's average: so a page's
     * part of the index follows from the page alone.
     */
    static final double PAGE_LENGTH = 3000;

    /** The same of a section. */
    static final double SECTION_LENGTH = 600;

    /** Levels that the weight of a term on a page is rounded to. */
    static final int LEVELS = 7;

    private Weights() {}

    /** What an occurrence counts in a text of this length. */
    static double inText(double weight, int length, double usual) {
        return weight / (1 - LENGTH + LENGTH * length / usual);
    }

    /** BM25's saturation: towards 1. */
    static double saturated(double weight) {
        return weight / (SATURATION + weight);
    }

    /** How rare a term is, in sixteenths: whole numbers are the same in every language. */
    static int rarity(int pages, int with) {
        return (int) Math.round(16 * StrictMath.log(1 + (pages - with + 0.5) / (with + 0.5)));
    }
}
