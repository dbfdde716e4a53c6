package dev.runbook.site.audit;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a page that is written so strictly that nothing in it is left to a parser's judgement, as nearly all are. That
 * takes a tenth of the time of a parser that builds a tree and mends mistakes. Where it reads a page to its end, such a
 * parser finds the same elements and no mistake; where it does not, nothing is said but that a parser must be asked.
 */
final class StrictReader {
    private static final String DOCTYPE = "<!doctype html>";
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "#39", "'", "#34", "\"");

    /** Characters, without {@code &} and {@code ;}. */
    private static final int LONGEST_ENTITY = 4;

    /** The page; an array, since each of its characters is looked at. */
    private final char[] html;

    private final Consumer<Tag> elements;
    private final OpenElements open = new OpenElements();
    private final Tag tag = new Tag();
    private int at = DOCTYPE.length();
    private boolean hasHead;
    private boolean hasBody;
    private boolean hasTitle;
    private boolean inMain;

    private StrictReader(String html, Consumer<Tag> elements) {
        this.html = html.toCharArray();
        this.elements = elements;
    }

    /**
     * Reads a page.
     *
     * @param elements is given each element as it begins; must not keep it
     * @return whether it was read to its end; otherwise what {@code elements} was given says nothing
     */
    static boolean read(String html, Consumer<Tag> elements) {
        return html.startsWith(DOCTYPE) && new StrictReader(html, elements).run();
    }

    private boolean run() {
        while (at < html.length) {
            StrictRule parent = open.innermost();
            at = textEnd(at, '<', parent != null && parent.holdsText());
            if (at == html.length) {
                break;
            }
            at++;
            boolean sound = html[at - 1] == '<' && (peek() == '/' ? endTag() : startTag());
            if (!sound) {
                return false;
            }
        }
        return hasBody && open.innermost() == null;
    }

    private char peek() {
        return at < html.length ? html[at] : 0;
    }

    /**
     * The place of the first character that does not mean itself, or of {@code mark}, or the end. Entities that every page
     * knows are passed over.
     *
     * @param words whether there may be more than spaces
     */
    private int textEnd(int from, char mark, boolean words) {
        for (int i = from; i < html.length; i++) {
            char c = html[i];
            if (c == mark) {
                return i;
            }
            if (c == '&' && words) {
                String entity = entity(i);
                if (entity.isEmpty()) {
                    return i;
                }
            } else if (c < ' ' ? c != '\n' && !(words && c == '\t') : !words && c != ' ') {
                return i;
            }
        }
        return html.length;
    }

    /** What an entity stands for; empty where it is none of those that are known here. */
    private String entity(int start) {
        for (int i = start + 1; i < html.length && i <= start + LONGEST_ENTITY + 1; i++) {
            if (html[i] == ';') {
                return ENTITIES.getOrDefault(text(start + 1, i), "");
            }
        }
        return "";
    }

    private String text(int from, int to) {
        return new String(html, from, to - from);
    }

    private boolean endTag() {
        StrictRule rule = open.innermost();
        if (rule == null || !isEndTag(at, rule.name())) {
            return false;
        }
        at += rule.name().length() + 2;
        open.pop();
        inMain &= !rule.name().equals("main");
        return true;
    }

    /** Whether {@code /name>} stands there. */
    private boolean isEndTag(int place, String name) {
        int end = place + 1 + name.length();
        if (end >= html.length || html[place] != '/' || html[end] != '>') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (html[place + 1 + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startTag() {
        StrictRule rule = StrictRule.of(name());
        if (rule == null || !rule.fits(open) || !isInOrder(rule.name())) {
            return false;
        }
        tag.begin(rule.name(), inMain);
        while (peek() == ' ' || peek() == '\n') {
            at++;
            if (peek() != ' ' && peek() != '\n' && peek() != '>' && !attribute()) {
                return false;
            }
        }
        if (peek() != '>') {
            return false;
        }
        at++;
        elements.accept(tag);
        inMain |= rule.name().equals("main");
        return rule.isVoid() || (open.push(rule) && (!holdsRawText(rule.name()) || rawText(rule.name())));
    }

    /** Lower case letters and digits; empty where there are none. */
    private String name() {
        int start = at;
        while (at < html.length && isNameCharacter(html[at])) {
            at++;
        }
        return text(start, at);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** The page's frame is there once, in order, and {@code main} holds no other. */
    private boolean isInOrder(String name) {
        switch (name) {
            case "head" -> {
                boolean first = !hasHead && !hasBody;
                hasHead = true;
                return first;
            }
            case "title" -> {
                boolean first = !hasTitle;
                hasTitle = true;
                return first;
            }
            case "body" -> {
                boolean first = hasHead && !hasBody;
                hasBody = true;
                return first;
            }
            case "html" -> {
                return !hasHead;
            }
            case "main" -> {
                return !inMain;
            }
            default -> {
                return true;
            }
        }
    }

    private boolean attribute() {
        int start = at;
        while (isNameCharacter(peek()) || (peek() == '-' && at > start)) {
            at++;
        }
        String name = text(start, at);
        if (name.isEmpty() || tag.has(name)) {
            return false;
        }
        if (peek() != '=') {
            tag.attribute(name, "");
            return true;
        }
        int from = at + 2;
        if (from >= html.length || html[at + 1] != '"') {
            return false;
        }
        int end = textEnd(from, '"', true);
        if (end == html.length || html[end] != '"') {
            return false;
        }
        tag.attribute(name, decoded(from, end));
        at = end + 1;
        return true;
    }

    private String decoded(int from, int to) {
        String raw = text(from, to);
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = from; i < to; i++) {
            if (html[i] == '&') {
                out.append(entity(i));
                while (html[i] != ';') {
                    i++;
                }
            } else {
                out.append(html[i]);
            }
        }
        return out.toString();
    }

    private static boolean holdsRawText(String name) {
        return name.equals("script") || name.equals("title");
    }

    /** In these a tag is text: none is taken but the one that ends them. */
    private boolean rawText(String name) {
        if (name.equals("title")) {
            at = textEnd(at, '<', true);
        } else {
            while (at < html.length && html[at] != '<' && (html[at] >= ' ' || html[at] == '\n' || html[at] == '\t')) {
                at++;
            }
        }
        return at < html.length - 1 && html[at] == '<' && isEndTag(at + 1, name);
    }
}
