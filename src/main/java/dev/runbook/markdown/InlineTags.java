package dev.runbook.markdown;

import java.util.HashMap;
import java.util.Map;

/** HTML inside of a paragraph, by CommonMark 0.31.2, section 6.6. */
final class InlineTags {
    private final String text;
    /** For each terminator, the index from which on there is none: so that looking for it is not a search each time. */
    private final Map<String, Integer> absentFrom = new HashMap<>();

    InlineTags(String text) {
        this.text = text;
    }

    /** The index behind the tag, comment, declaration or instruction that begins at a {@code <}; -1 if none does. */
    int end(int at) {
        if (text.startsWith("<!--", at)) {
            if (text.startsWith("<!-->", at)) {
                return at + 5;
            }
            return text.startsWith("<!--->", at) ? at + 6 : behind("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at + 9);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at + 2);
        }
        if (text.startsWith("<!", at)) {
            return isLetter(at + 2) ? behind(">", at + 2) : -1;
        }
        return text.startsWith("</", at) ? endOfEndTag(at + 2) : endOfStartTag(at + 1);
    }

    private int behind(String terminator, int from) {
        Integer absent = absentFrom.get(terminator);
        if (absent != null && from >= absent) {
            return -1;
        }
        int found = text.indexOf(terminator, from);
        if (found < 0) {
            absentFrom.put(terminator, from);
            return -1;
        }
        return found + terminator.length();
    }

    private int endOfEndTag(int from) {
        if (!isLetter(from)) {
            return -1;
        }
        int at = skipSpace(endOfName(from));
        return is(at, '>') ? at + 1 : -1;
    }

    private int endOfStartTag(int from) {
        if (!isLetter(from)) {
            return -1;
        }
        int at = endOfName(from);
        while (true) {
            int next = skipSpace(at);
            if (is(next, '>')) {
                return next + 1;
            }
            if (is(next, '/')) {
                return is(next + 1, '>') ? next + 2 : -1;
            }
            if (next == at || !isAttributeStart(next)) {
                return -1;
            }
            at = endOfAttribute(next);
            if (at < 0) {
                return -1;
            }
        }
    }

    private int endOfAttribute(int from) {
        int end = from + 1;
        while (end < text.length() && (isNameCharacter(end) || "_.:".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        int equals = skipSpace(end);
        if (!is(equals, '=')) {
            return end;
        }
        int value = skipSpace(equals + 1);
        if (is(value, '"') || is(value, '\'')) {
            return behind(String.valueOf(text.charAt(value)), value + 1);
        }
        int at = value;
        while (at < text.length() && " \t\n\"'=<>`".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at == value ? -1 : at;
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length() && isNameCharacter(end)) {
            end++;
        }
        return end;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean is(int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean isAttributeStart(int at) {
        return isLetter(at) || is(at, '_') || is(at, ':');
    }

    private boolean isNameCharacter(int at) {
        char c = text.charAt(at);
        return isLetter(at) || (c >= '0' && c <= '9') || c == '-';
    }

    private boolean isLetter(int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
