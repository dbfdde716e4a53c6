package dev.runbook.markdown;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import dev.runbook.i18n.DisplayWidth;
import org.jspecify.annotations.Nullable;

/**
 * Line breaks inside a paragraph. In Japanese a line is broken anywhere and the break means nothing; in other languages it
 * is a space. So it is dropped where the visible characters on both sides are wide, except in Korean, which has spaces.
 */
final class LineBreaks {
    private LineBreaks() {}

    /** Whether nothing stands for a soft line break on the page. */
    static boolean isDropped(Node softBreak) {
        return isJoining(neighbour(softBreak, true)) && isJoining(neighbour(softBreak, false));
    }

    private static boolean isJoining(int character) {
        return DisplayWidth.isWide(character) && !Characters.isHangul(character);
    }

    /** The nearest visible character before or behind a node; 0 where it is not text. */
    private static int neighbour(Node from, boolean before) {
        Edge edge = new Edge(before);
        Node node = beside(from, before);
        while (node != null && !edge.found) {
            Inlines.accept(node, edge);
            Node inner = before ? node.getLastChild() : node.getFirstChild();
            node = inner != null ? inner : beside(node, before);
        }
        return edge.character;
    }

    /** The next node in document order, or the one before, that is not inside of this one; null at the block's end. */
    private static @Nullable Node beside(Node from, boolean before) {
        Node node = from;
        while (node != null && !(node instanceof Block)) {
            Node sibling = before ? node.getPrevious() : node.getNext();
            if (sibling != null) {
                return sibling;
            }
            node = node.getParent();
        }
        return null;
    }

    /** Takes the first visible character of the nodes that it meets. */
    private static final class Edge implements Inlines.Visitor {
        private final boolean before;
        private boolean found;
        private int character;

        Edge(boolean before) {
            this.before = before;
        }

        @Override
        public void text(String text) {
            int at = before ? text.length() : 0;
            while (!found && (before ? at > 0 : at < text.length())) {
                int c = before ? text.codePointBefore(at) : text.codePointAt(at);
                at += before ? -Character.charCount(c) : Character.charCount(c);
                if (!Characters.isInvisible(c)) {
                    character = c;
                    found = true;
                }
            }
        }

        @Override
        public void code(String code) {
            found = true;
        }

        @Override
        public void softBreak(Node node) {
            found = true;
        }

        @Override
        public void hardBreak() {
            found = true;
        }

        @Override
        public void emphasis() {}

        @Override
        public void strong() {}

        @Override
        public void strikethrough() {}

        @Override
        public void link(Extra.Hyperlink link) {}

        @Override
        public void image(Extra.Hyperlink image) {
            found = true;
        }

        @Override
        public void url(Node node, String url, String destination) {
            found = true;
        }

        @Override
        public void html(HtmlInline html) {}

        @Override
        public void ruby(Extra.Ruby ruby) {
            text(ruby.base());
        }
    }
}
