package dev.runbook.importing;

import dev.runbook.source.Diagnostic;
import java.util.List;

/**
 * A memo, understood: its elements, which follow one another without a gap and hold each line once.
 *
 * @param unsure what the reading was not sure about
 */
record Reading(Memo memo, List<Element> elements, List<Diagnostic> unsure) {
    /** A longer line stands in the report alone, in UTF-16 units: Markdown is not read in linear time. */
    static final int MAX_LINE = 2_000;

    private static final int MAX_MARKS = 200;
    private static final int MAX_ROW = 400;
    private static final String MARKS = " \t\u3000>*+-.)0123456789";

    Reading {
        elements = List.copyOf(elements);
        unsure = List.copyOf(unsure);
        int next = 1;
        for (Element element : elements) {
            if (element.first() != next || element.last() < element.first()) {
                throw new IllegalStateException("line " + next + " of the memo is not the next element's: " + element);
            }
            next = element.last() + 1;
        }
        if (next != memo.size() + 1) {
            throw new IllegalStateException("lines from " + next + " on are in no element");
        }
    }

    /** Whether a page can take a line. */
    static boolean fits(String text) {
        return text.length() <= MAX_LINE
                && marks(text, MARKS) <= MAX_MARKS
                && (text.length() <= MAX_ROW || marks(text, MARKS + "|:") < MAX_ROW);
    }

    /** The longest run of some characters: a prompt or a number before them may be taken off. */
    private static int marks(String text, String characters) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = characters.indexOf(text.charAt(at)) >= 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
