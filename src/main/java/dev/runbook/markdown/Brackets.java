package dev.runbook.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The opening brackets of a block that are not yet closed, innermost first. */
final class Brackets {
    /** An opening bracket. */
    static final class Opener {
        private final Text node;
        private final boolean image;
        private final int start;
        private boolean active = true;
        private boolean bracketInside;

        private Opener(Text node, boolean image, int start) {
            this.node = node;
            this.image = image;
            this.start = start;
        }

        /** The text that it is as long as it makes no link. */
        Text node() {
            return node;
        }

        boolean isImage() {
            return image;
        }

        /** The index of the bracket's, or the exclamation mark's, character. */
        int start() {
            return start;
        }

        /** The index of the first character inside. */
        int contentStart() {
            return start + (image ? 2 : 1);
        }

        /** Whether it may still make a link: links are not nested. */
        boolean isActive() {
            return active;
        }

        /** Whether there is another bracket inside of it, so that its content is no label. */
        boolean hasBracketInside() {
            return bracketInside;
        }
    }

    private final Deque<Opener> open = new ArrayDeque<>();

    void clear() {
        open.clear();
    }

    void push(Text node, boolean image, int start) {
        Opener outer = open.peek();
        if (outer != null) {
            outer.bracketInside = true;
        }
        open.push(new Opener(node, image, start));
    }

    /** Takes the innermost away; null if there is none. */
    @Nullable Opener pop() {
        return open.poll();
    }

    /** A link was found: no link can be around it. */
    void deactivate() {
        for (Opener opener : open) {
            if (!opener.image) {
                // All further out are so already.
                if (!opener.active) {
                    return;
                }
                opener.active = false;
            }
        }
    }

    /** Moves what was written behind an opening bracket into a node. */
    static void moveInto(Node wrapper, Opener opener) {
        Node node = opener.node.getNext();
        while (node != null) {
            Node next = node.getNext();
            wrapper.appendChild(node);
            node = next;
        }
    }
}
