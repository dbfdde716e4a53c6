package dev.runbook.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeVisitor;
import com.vladsch.flexmark.util.ast.VisitHandler;
import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.util.Optional;

/**
 * Writes prose as HTML and hands all else to its sink. It calls itself for what is inside of quotes and lists, whose depth
 * {@link Limits} bounds.
 */
final class BlockRenderer {
    private final HtmlWriter out;
    private final RawHtml html;
    private final InlineRenderer inlines;
    private final TableRenderer tables;
    private final Positions positions;
    private final Problems problems;
    private final BlockSink sink;
    private final Messages messages;
    private final NodeVisitor visitor;

    BlockRenderer(Rendering rendering, BlockSink sink, Language language) {
        this.out = rendering.out();
        this.html = rendering.html();
        this.inlines = rendering.inlines();
        this.tables = new TableRenderer(out, inlines);
        this.positions = rendering.positions();
        this.problems = rendering.problems();
        this.sink = sink;
        this.messages = Messages.of(BlockRenderer.class, "prose", language);
        this.visitor = new NodeVisitor(
                new VisitHandler<>(Paragraph.class, this::paragraph),
                new VisitHandler<>(Heading.class, this::heading),
                new VisitHandler<>(BlockQuote.class, this::quote),
                new VisitHandler<>(BulletList.class, list -> list(list, "ul", "")),
                new VisitHandler<>(OrderedList.class, this::ordered),
                new VisitHandler<>(BulletListItem.class, this::item),
                new VisitHandler<>(OrderedListItem.class, this::item),
                new VisitHandler<>(FencedCodeBlock.class, sink::fence),
                new VisitHandler<>(IndentedCodeBlock.class, sink::indented),
                new VisitHandler<>(HtmlBlock.class, this::html),
                new VisitHandler<>(HtmlCommentBlock.class, this::html),
                new VisitHandler<>(ThematicBreak.class, node -> rule()),
                new VisitHandler<>(Table.class, tables::render));
    }

    void render(Document document) {
        each(document);
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() == null) {
            return;
        }
        if (isTight(paragraph)) {
            inlines.render(paragraph);
            return;
        }
        out.line();
        out.raw("<p>");
        inlines.render(paragraph);
        out.raw("</p>\n");
    }

    private static boolean isTight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    private void heading(Heading heading) {
        if (heading.getParent() instanceof Document) {
            sink.heading(heading);
            return;
        }
        String tag = "h" + heading.getLevel() + ">";
        out.line();
        out.raw("<" + tag);
        inlines.render(heading);
        out.raw("</" + tag + "\n");
    }

    private void quote(BlockQuote quote) {
        Optional<String> alert = Alerts.take(quote, positions, problems);
        out.line();
        if (alert.isPresent()) {
            String kind = alert.get();
            out.raw("<div class=\"alert alert-" + kind + "\" role=\"note\">\n<p class=\"alert-title\">");
            out.text(messages.get("alert." + kind));
            out.raw("</p>\n");
        } else {
            out.raw("<blockquote>\n");
        }
        inside(quote);
        out.line();
        out.raw(alert.isPresent() ? "</div>\n" : "</blockquote>\n");
    }

    private void ordered(OrderedList list) {
        int start = list.getStartNumber();
        list(list, "ol", start == 1 ? "" : " start=\"" + start + "\"");
    }

    private void list(Block list, String tag, String attributes) {
        out.line();
        out.raw("<" + tag + attributes + ">\n");
        inside(list);
        out.line();
        out.raw("</" + tag + ">\n");
    }

    private void item(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph first && TaskBoxes.take(first)) {
            out.raw("<li class=\"task\"><label>");
            sink.task(item, first);
            out.raw(" ");
            inlines.render(first);
            out.raw("</label>");
            first.unlink();
        } else {
            out.raw("<li>");
        }
        inside(item);
        out.raw("</li>\n");
    }

    private void html(Block block) {
        out.line();
        html.write(positions.lines(block.getContentLines()));
        out.line();
    }

    private void rule() {
        out.line();
        out.raw("<hr />\n");
    }

    /** What is inside of a quote or list; HTML that was begun there ends there. */
    private void inside(Block container) {
        int floor = html.enter();
        each(container);
        html.leave(floor);
    }

    private void each(Node parent) {
        Node node = parent.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            visitor.visitNodeOnly(node);
            node = next;
        }
    }
}
