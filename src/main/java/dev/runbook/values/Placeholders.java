package dev.runbook.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ${NAME}} in the content of files and patches: the one way in which a value gets into them. */
public final class Placeholders {
    private Placeholders() {}

    /**
     * A place that has the form of a parameter; whether it is one, its name decides.
     *
     * @param start offset in the text, in UTF-16 units
     * @param end exclusive
     */
    public record Placeholder(String name, int start, int end) {}

    /** All of a text, in order. */
    public static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
            int end = nameEnd(text, at + 2);
            if (end > at + 2 && end < text.length() && text.charAt(end) == '}') {
                found.add(new Placeholder(text.substring(at + 2, end), at, end + 1));
            }
        }
        return found;
    }

    /**
     * A text with the values of parameters filled in. All else stays, nginx's {@code $host} and {@code ${host}} too, and
     * so does what looks like a placeholder inside a value.
     *
     * @param declared the names of the runbook's parameters; each has a value
     */
    public static String fill(String text, Values values, Set<String> declared) {
        StringBuilder filled = new StringBuilder(text.length());
        int from = 0;
        for (Placeholder place : in(text)) {
            String value = declared.contains(place.name()) ? values.all().get(place.name()) : null;
            if (value != null) {
                filled.append(text, from, place.start()).append(value);
                from = place.end();
            }
        }
        return from == 0 ? text : filled.append(text, from, text.length()).toString();
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!first && c >= '0' && c <= '9');
    }
}
