package dev.runbook.markdown;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes what is inside of a paragraph, heading or cell. It walks the nodes instead of calling itself: emphasis may be
 * nested as deep as the text is long.
 */
final class InlineRenderer {
    /** Tags inside one another; deeper ones are left out, since no browser shows a difference and some give up. */
    private static final int MAX_DEPTH = 50;

    private final HtmlWriter out;
    private final RawHtml html;
    private final Positions positions;
    private final LinkWriter links;
    private final Enter enter = new Enter();
    private final Leave leave = new Leave();
    private final Deque<Integer> floors = new ArrayDeque<>();
    private int depth;
    private int openLinks;
    /** How many images the walk is inside of: their content becomes the text of {@code alt}. */
    private int images;

    InlineRenderer(HtmlWriter out, RawHtml html, Positions positions, Problems problems) {
        this.out = out;
        this.html = html;
        this.positions = positions;
        this.links = new LinkWriter(out, positions, problems);
    }

    /** Writes the content of a block. */
    void render(Node block) {
        int floor = html.enter();
        Node node = block.getFirstChild();
        while (node != null) {
            Inlines.accept(node, enter);
            if (node.getFirstChild() != null && !(node instanceof com.vladsch.flexmark.ast.Code)) {
                node = node.getFirstChild();
                continue;
            }
            Inlines.accept(node, leave);
            while (node.getNext() == null && node.getParent() != block) {
                node = node.getParent();
                Inlines.accept(node, leave);
            }
            node = node.getNext();
        }
        html.leave(floor);
    }

    private boolean inText() {
        return images == 0;
    }

    private void open(String tag) {
        depth++;
        if (inText()) {
            floors.push(html.enter());
            if (depth <= MAX_DEPTH) {
                out.raw("<" + tag + ">");
            }
        }
    }

    private void close(String tag) {
        if (inText()) {
            html.leave(floors.pop());
            if (depth <= MAX_DEPTH) {
                out.raw("</" + tag + ">");
            }
        }
        depth--;
    }

    /** What is written before a node's children. */
    private final class Enter implements Inlines.Visitor {
        @Override
        public void text(String text) {
            out.text(text);
        }

        @Override
        public void code(String code) {
            out.raw(inText() ? "<code>" : "");
            out.text(code);
            out.raw(inText() ? "</code>" : "");
        }

        @Override
        public void softBreak(Node node) {
            if (!LineBreaks.isDropped(node)) {
                out.raw("\n");
            }
        }

        @Override
        public void hardBreak() {
            out.raw(inText() ? "<br />\n" : "\n");
        }

        @Override
        public void emphasis() {
            open("em");
        }

        @Override
        public void strong() {
            open("strong");
        }

        @Override
        public void strikethrough() {
            open("del");
        }

        @Override
        public void link(Extra.Hyperlink link) {
            if (inText()) {
                floors.push(html.enter());
                openLinks++;
                links.open(link);
            }
        }

        @Override
        public void image(Extra.Hyperlink image) {
            if (images++ == 0) {
                links.open(image);
            }
        }

        @Override
        public void url(Node node, String url, String destination) {
            if (inText() && openLinks == 0) {
                links.write(node, url, destination);
            } else {
                out.text(url);
            }
        }

        @Override
        public void html(HtmlInline node) {
            if (inText()) {
                html.write(positions.lines(node.getChars()));
            }
        }

        @Override
        public void ruby(Extra.Ruby ruby) {
            if (!inText()) {
                out.text(ruby.base());
                return;
            }
            out.raw("<ruby>");
            out.text(ruby.base());
            out.raw("<rp>（</rp><rt>");
            out.text(ruby.reading());
            out.raw("</rt><rp>）</rp></ruby>");
        }
    }

    /** What is written behind a node's children. */
    private final class Leave implements Inlines.Visitor {
        @Override
        public void text(String text) {}

        @Override
        public void code(String code) {}

        @Override
        public void softBreak(Node node) {}

        @Override
        public void hardBreak() {}

        @Override
        public void emphasis() {
            close("em");
        }

        @Override
        public void strong() {
            close("strong");
        }

        @Override
        public void strikethrough() {
            close("del");
        }

        @Override
        public void link(Extra.Hyperlink link) {
            if (inText()) {
                html.leave(floors.pop());
                openLinks--;
                links.close(link);
            }
        }

        @Override
        public void image(Extra.Hyperlink image) {
            if (--images == 0) {
                links.close(image);
            }
        }

        @Override
        public void url(Node node, String url, String destination) {}

        @Override
        public void html(HtmlInline node) {}

        @Override
        public void ruby(Extra.Ruby ruby) {}
    }
}
