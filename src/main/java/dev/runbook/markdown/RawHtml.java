package dev.runbook.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * Writes an author's HTML so that it can neither do harm nor break out: each tag is written anew if the policy allows it,
 * an end tag only if it ends something, and what stays open is closed where the Markdown around it ends.
 */
final class RawHtml {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private final HtmlWriter out;
    private final TagWriter tags;
    private final Problems problems;
    /** An element that the author began. */
    private record Open(String name, int start, int end) {}

    /** Elements whose end tag HTML lets authors leave out. */
    private static final Set<String> OPTIONAL_END =
            Set.of("p", "li", "dt", "dd", "rt", "rp", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup");

    private final Deque<Open> open = new ArrayDeque<>();
    private int floor;

    RawHtml(HtmlWriter out, HtmlPolicy policy, Problems problems, Ids ids) {
        this.out = out;
        this.problems = problems;
        this.tags = new TagWriter(out, policy, problems, ids);
    }

    /** The ids that the HTML defines. */
    Set<String> anchors() {
        return new LinkedHashSet<>(tags.anchors());
    }

    /** Begins a Markdown element: HTML inside of it cannot end what began outside; give the result to {@link #leave}. */
    int enter() {
        int before = floor;
        floor = open.size();
        return before;
    }

    /** Ends a Markdown element: closes what HTML inside of it left open. */
    void leave(int before) {
        while (open.size() > floor) {
            Open element = open.pop();
            out.raw("</" + element.name() + ">");
            if (!OPTIONAL_END.contains(element.name())) {
                problems.add(MarkdownCode.UNBALANCED_HTML, element.start(), element.end(), "<" + element.name() + ">");
            }
        }
        floor = before;
    }

    /** Writes a piece of HTML that stands on one or more lines. */
    void write(List<SourceText> lines) {
        HtmlSource source = HtmlSource.of(lines);
        String html = source.text();
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                text(html.substring(at));
                return;
            }
            text(html.substring(at, tag));
            at = markup(source, tag);
        }
    }

    /** Handles what begins at a {@code <}; where to go on. */
    private int markup(HtmlSource source, int at) {
        String html = source.text();
        int skipped = source.endOfNonElement(at);
        if (skipped > at) {
            return skipped;
        }
        int end = source.endOfTag(at);
        if (end < 0) {
            out.text("<");
            return at + 1;
        }
        boolean endTag = html.charAt(at + 1) == '/';
        String name = source.nameAt(endTag ? at + 2 : at + 1);
        int start = source.offset(at);
        int stop = source.offset(end - 1) + 1;
        if (!tags.allows(name) && !Tag.isKnownTag(name)) {
            // <unit> in a text is a placeholder that its author forgot to put in backticks: it must not vanish.
            problems.add(MarkdownCode.UNKNOWN_ELEMENT, start, stop, html.substring(at, end));
            out.text(html.substring(at, end));
            return end;
        }
        if (endTag) {
            endTag(name, start, stop);
            return end;
        }
        if (!tags.allows(name)) {
            problems.add(MarkdownCode.UNSAFE_HTML, start, stop, "<" + name + ">");
            return HtmlPolicy.WITHOUT_TEXT.contains(name) ? source.behindElement(name, end) : end;
        }
        tags.write(source, at, end);
        if (!HtmlPolicy.VOID.contains(name)) {
            open.push(new Open(name, start, stop));
        }
        return end;
    }

    private void endTag(String name, int start, int stop) {
        if (!tags.allows(name)) {
            return;
        }
        int depth = depthOf(name);
        if (depth < 0) {
            problems.add(MarkdownCode.UNBALANCED_HTML, start, stop, "</" + name + ">");
            return;
        }
        for (int i = 0; i <= depth; i++) {
            out.raw("</" + open.pop().name() + ">");
        }
    }

    /** How many open elements are inside of the innermost one of this name; -1 if it cannot be ended here. */
    private int depthOf(String name) {
        int depth = 0;
        Iterator<Open> elements = open.iterator();
        while (elements.hasNext() && open.size() - depth > floor) {
            if (elements.next().name().equals(name)) {
                return depth;
            }
            depth++;
        }
        return -1;
    }

    /** Text between tags: references to characters stay what they are. */
    private void text(String text) {
        Matcher entity = ENTITY.matcher(text);
        int at = 0;
        while (entity.find()) {
            out.text(text.substring(at, entity.start()));
            out.raw(entity.group());
            at = entity.end();
        }
        out.text(text.substring(at));
    }
}
