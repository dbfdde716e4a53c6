package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.runbook.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes links and images whose destination is safe; of others, the text stays. */
final class LinkWriter {
    /**
     * How often its own length a page may write out destinations and titles: definitions can be used any number of times.
     */
    private static final int MAX_EXPANSION = 4;

    private static final int FREE_EXPANSION = 100_000;

    private final HtmlWriter out;
    private final Positions positions;
    private final Problems problems;
    /** Whether the open links and images were written, innermost first. */
    private final Deque<Boolean> written = new ArrayDeque<>();

    private long budget;

    LinkWriter(HtmlWriter out, Positions positions, Problems problems) {
        this.out = out;
        this.positions = positions;
        this.problems = problems;
        this.budget =
                FREE_EXPANSION + (long) MAX_EXPANSION * positions.file().text().length();
    }

    /** What stands before a link's text, or before an image's text within its {@code alt}. */
    void open(Extra.Hyperlink link) {
        int cost =
                link.destination().length() + link.title().map(String::length).orElse(0);
        boolean allowed = isAllowed(link, link.destination(), cost);
        written.push(allowed);
        if (!allowed) {
            return;
        }
        out.raw(link.isImage() ? "<img src=\"" : "<a href=\"");
        out.target(Urls.encode(link.destination()), link.isImage(), span(link, link.destination()));
        out.raw("\"");
        if (link.isImage()) {
            out.raw(" alt=\"");
        } else {
            title(link);
            out.raw(">");
        }
    }

    /** What stands behind it. */
    void close(Extra.Hyperlink link) {
        if (!written.pop()) {
            return;
        }
        if (link.isImage()) {
            out.raw("\"");
            title(link);
            out.raw(" />");
        } else {
            out.raw("</a>");
        }
    }

    /** A link whose text is its destination. */
    void write(Node node, String text, String destination) {
        boolean allowed = isAllowed(node, destination, 0);
        if (allowed) {
            out.raw("<a href=\"");
            out.target(Urls.encode(destination), false, positions.span(node));
            out.raw("\">");
        }
        out.text(text);
        if (allowed) {
            out.raw("</a>");
        }
    }

    private void title(Extra.Hyperlink link) {
        link.title().ifPresent(title -> {
            out.raw(" title=\"");
            out.text(title);
            out.raw("\"");
        });
    }

    private boolean isAllowed(Node node, String destination, int cost) {
        if (!Urls.isSafe(destination)) {
            problems.add(MarkdownCode.UNSAFE_LINK, span(node, destination), destination);
            return false;
        }
        boolean before = budget >= 0;
        budget -= cost;
        if (before && budget < 0) {
            problems.add(MarkdownCode.TOO_COMPLEX, positions.span(node));
        }
        return budget >= 0;
    }

    /** Where the destination is written, or the whole link if that is elsewhere or in another form. */
    private Span span(Node node, String destination) {
        int start = positions.start(node);
        int end = positions.end(node);
        String source = positions.file().text().substring(start, end);
        int at = destination.isEmpty() ? -1 : source.indexOf(destination, Math.max(0, source.lastIndexOf("](")));
        return at < 0
                ? positions.file().span(start, end)
                : positions.file().span(start + at, start + at + destination.length());
    }
}
