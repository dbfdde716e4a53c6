package dev.runbook.site;

import dev.runbook.model.Html;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of rendered prose: a line a block, without tags and without the readings above ruby. */
final class HtmlText {
    /** All other elements break a line. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "img", "input", "ins", "kbd",
            "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
            "time", "u", "var", "wbr");

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final StringBuilder out;
    private boolean inTag;
    private boolean hidden;
    private final StringBuilder tag = new StringBuilder();

    private HtmlText(StringBuilder out) {
        this.out = out;
    }

    static void append(StringBuilder out, Html html) {
        HtmlText text = new HtmlText(out);
        for (Html.Piece piece : html.pieces()) {
            // A target stands inside a tag, of which nothing is kept.
            if (piece instanceof Html.Text part) {
                text.add(part.html());
            }
        }
    }

    private void add(String html) {
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (inTag) {
                if (c == '>') {
                    inTag = false;
                    end();
                } else {
                    tag.append(c);
                }
            } else if (c == '<') {
                inTag = true;
                tag.setLength(0);
            } else if (!hidden) {
                i = shown(html, i);
            }
        }
    }

    /** A character of what is seen. Returns where it ends. */
    private int shown(String html, int at) {
        char c = html.charAt(at);
        if (c == '&') {
            return entity(html, at);
        }
        if (c == '\n' || c == '\r') {
            space();
        } else {
            out.append(c);
        }
        return at;
    }

    private void end() {
        int end = 0;
        int start = tag.length() > 0 && tag.charAt(0) == '/' ? 1 : 0;
        for (end = start; end < tag.length() && Character.isLetterOrDigit(tag.charAt(end)); ) {
            end++;
        }
        String name = tag.substring(start, end).toLowerCase(Locale.ROOT);
        if (name.equals("rt") || name.equals("rp")) {
            hidden = start == 0;
        }
        if (!name.isEmpty() && !INLINE.contains(name) && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void space() {
        char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
        if (last != '\n' && last != ' ') {
            out.append(' ');
        }
    }

    /** Where the entity ends. */
    private int entity(String html, int at) {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > 10) {
            out.append('&');
            return at;
        }
        String name = html.substring(at + 1, end);
        if (NAMED.containsKey(name)) {
            out.append(NAMED.get(name));
            return end;
        }
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            if (name.startsWith("#")) {
                out.appendCodePoint(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
                return end;
            }
        } catch (IllegalArgumentException e) {
            // No character: it is shown as it is written.
        }
        out.append('&');
        return at;
    }
}
