package dev.runbook.importing;

import dev.runbook.importing.MemoLine.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a memo leaves open: {@code [DB名]}, {@code <user>}, {@code ＜ホスト＞}, {@code ○○}. */
final class Placeholders {
    private static final int MAX_LENGTH = 40;
    private static final String OPEN = "[<＜［";
    private static final String CLOSE = "]>＞］";
    private static final Pattern ASCII_LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[ _.-][A-Za-z0-9]+){0,5}");
    private static final Pattern RANGE = Pattern.compile("[A-Za-z0-9]-[A-Za-z0-9].*|.{0,2}");
    private static final String CIRCLES = "○●×〇＊";

    private Placeholders() {}

    /** The placeholders of a part of a line, in order. */
    static List<Hole> in(String text, int start, int end) {
        List<Hole> holes = new ArrayList<>();
        for (int at = start; at < end; at++) {
            int close = endAt(text, at);
            if (close > 0 && close <= end) {
                String label = CIRCLES.indexOf(text.charAt(at)) >= 0
                        ? text.substring(at, close)
                        : text.substring(at + 1, close - 1).strip();
                holes.add(new Hole(at, close, label, false));
                at = close - 1;
            }
        }
        return holes;
    }

    /** Whether one could as well be meant literally, as {@code [abc]} is a pattern to a shell. */
    static boolean isGuess(String text, Hole hole) {
        return "[<".indexOf(text.charAt(hole.start())) >= 0 && !Text.isWide(hole.label());
    }

    /** A text with its placeholders taken out. */
    static String without(String text) {
        StringBuilder rest = new StringBuilder(text);
        List<Hole> holes = in(text, 0, text.length());
        for (int i = holes.size() - 1; i >= 0; i--) {
            rest.replace(holes.get(i).start(), holes.get(i).end(), "x");
        }
        return rest.toString();
    }

    /** The end of the placeholder that begins at a place; 0 where none does. */
    static int endAt(String text, int at) {
        char c = text.charAt(at);
        if (CIRCLES.indexOf(c) >= 0) {
            int end = at;
            while (end < text.length() && text.charAt(end) == c) {
                end++;
            }
            return end - at >= 2 ? end : 0;
        }
        int kind = OPEN.indexOf(c);
        if (kind < 0) {
            return 0;
        }
        char close = CLOSE.charAt(kind);
        int end = at + 1;
        while (end < text.length() && end - at <= MAX_LENGTH && text.charAt(end) != close) {
            if (OPEN.indexOf(text.charAt(end)) >= 0) {
                return 0;
            }
            end++;
        }
        if (end >= text.length() || text.charAt(end) != close || end == at + 1) {
            return 0;
        }
        String label = text.substring(at + 1, end);
        boolean fits = Text.isWide(label) ? isWideLabel(label) : isAsciiLabel(text, at, c, label);
        return fits ? end + 1 : 0;
    }

    private static boolean isWideLabel(String label) {
        return label.equals(label.strip()) && label.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isAsciiLabel(String text, int at, char open, String label) {
        if (!ASCII_LABEL.matcher(label).matches()) {
            return false;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        if (open == '[') {
            return !RANGE.matcher(label).matches()
                    && !Character.isLetterOrDigit(before)
                    && "$\\_)]".indexOf(before) < 0;
        }
        return before != '<' && label.length() > 1;
    }
}
