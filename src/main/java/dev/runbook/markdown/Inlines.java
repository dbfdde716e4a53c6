package dev.runbook.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Tells inline nodes apart; flexmark's own visitors call themselves, as deep as hostile emphasis is nested. */
final class Inlines {
    /** One method a kind of node; none is called for those inside of it. */
    interface Visitor {
        /** Text, escapes and entities undone. */
        void text(String text);

        /** A code span's text. */
        void code(String code);

        void softBreak(Node node);

        void hardBreak();

        void emphasis();

        void strong();

        void strikethrough();

        void link(Extra.Hyperlink link);

        void image(Extra.Hyperlink image);

        /** A URL or address that is its own text. */
        void url(Node node, String text, String destination);

        void html(HtmlInline html);

        void ruby(Extra.Ruby ruby);
    }

    private static final Map<Class<?>, BiConsumer<Node, Visitor>> KINDS = kinds();

    private Inlines() {}

    private static Map<Class<?>, BiConsumer<Node, Visitor>> kinds() {
        Map<Class<?>, BiConsumer<Node, Visitor>> kinds = new HashMap<>();
        kinds.put(Text.class, (node, visitor) -> visitor.text(Texts.unescaped(node.getChars())));
        kinds.put(HtmlEntity.class, (node, visitor) -> visitor.text(Texts.unescaped(node.getChars())));
        kinds.put(Extra.TrailingAttributes.class, (node, visitor) -> visitor.text(Texts.of(node.getChars())));
        kinds.put(Code.class, (node, visitor) -> visitor.code(Texts.code((Code) node)));
        kinds.put(SoftLineBreak.class, (node, visitor) -> visitor.softBreak(node));
        kinds.put(HardLineBreak.class, (node, visitor) -> visitor.hardBreak());
        kinds.put(Emphasis.class, (node, visitor) -> visitor.emphasis());
        kinds.put(StrongEmphasis.class, (node, visitor) -> visitor.strong());
        kinds.put(Extra.Strikethrough.class, (node, visitor) -> visitor.strikethrough());
        kinds.put(Extra.Hyperlink.class, (node, visitor) -> link((Extra.Hyperlink) node, visitor));
        kinds.put(Extra.BareUrl.class, (node, visitor) -> {
            String url = ((Extra.BareUrl) node).url();
            visitor.url(node, url, url);
        });
        kinds.put(AutoLink.class, (node, visitor) -> {
            String url = Texts.of(((AutoLink) node).getText());
            visitor.url(node, url, url);
        });
        kinds.put(MailLink.class, (node, visitor) -> {
            String address = Texts.of(((MailLink) node).getText());
            visitor.url(node, address, "mailto:" + address);
        });
        kinds.put(HtmlInline.class, (node, visitor) -> visitor.html((HtmlInline) node));
        kinds.put(Extra.Ruby.class, (node, visitor) -> visitor.ruby((Extra.Ruby) node));
        return kinds;
    }

    private static void link(Extra.Hyperlink link, Visitor visitor) {
        if (link.isImage()) {
            visitor.image(link);
        } else {
            visitor.link(link);
        }
    }

    /** Calls the one method of the visitor that fits the node. */
    static void accept(Node node, Visitor visitor) {
        BiConsumer<Node, Visitor> kind = KINDS.get(node.getClass());
        if (kind != null) {
            kind.accept(node, visitor);
        }
    }

    /** The next node inside of a block, in document order; null at its end. */
    static @org.jspecify.annotations.Nullable Node following(Node from, Node block) {
        if (from.getFirstChild() != null) {
            return from.getFirstChild();
        }
        Node node = from;
        while (node != block && node.getNext() == null) {
            node = node.getParent();
        }
        return node == block ? null : node.getNext();
    }
}
