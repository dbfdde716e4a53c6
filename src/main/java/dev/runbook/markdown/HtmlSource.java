package dev.runbook.markdown;

import java.util.List;
import java.util.Locale;

/** A piece of an author's HTML, with the place of each of its characters in the file. */
final class HtmlSource {
    private final String text;
    private final List<SourceText> lines;

    private HtmlSource(String text, List<SourceText> lines) {
        this.text = text;
        this.lines = lines;
    }

    static HtmlSource of(List<SourceText> lines) {
        StringBuilder text = new StringBuilder();
        for (SourceText line : lines) {
            text.append(text.length() == 0 ? "" : "\n").append(line.text());
        }
        return new HtmlSource(text.toString(), lines);
    }

    String text() {
        return text;
    }

    /** Where in the file an index of the text is. */
    int offset(int index) {
        int rest = index;
        for (SourceText line : lines) {
            if (rest <= line.text().length()) {
                return line.start() + rest;
            }
            rest -= line.text().length() + 1;
        }
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
    }

    /** The index behind a comment, declaration or processing instruction; {@code at} itself if there is none. */
    int endOfNonElement(int at) {
        if (text.startsWith("<!--", at)) {
            return behind("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at);
        }
        return text.startsWith("<!", at) ? behind(">", at) : at;
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    /** The index behind the tag that begins at a {@code <}; -1 if none does. */
    int endOfTag(int at) {
        int first = at + (text.startsWith("</", at) ? 2 : 1);
        if (first >= text.length() || !isLetter(text.charAt(first))) {
            return -1;
        }
        int name = first + nameAt(first).length();
        if (name == text.length() || " \t\n/>".indexOf(text.charAt(name)) < 0) {
            return -1;
        }
        char quote = 0;
        for (int i = name; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    /** The element's name that begins at an index, lower case. */
    String nameAt(int from) {
        int end = from;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** The index behind the end tag of an element; the text's end if there is none. */
    int behindElement(String name, int from) {
        String end = "</" + name;
        for (int i = from; i + end.length() <= text.length(); i++) {
            if (text.charAt(i) == '<' && text.regionMatches(true, i, end, 0, end.length())) {
                return behind(">", i);
            }
        }
        return text.length();
    }

    private static boolean isNameCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
