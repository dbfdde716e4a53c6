package dev.runbook.markdown;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.util.ast.Node;

/** The words of a heading, without what makes them bold or a link. */
final class PlainText implements Inlines.Visitor {
    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(Node block) {
        PlainText plain = new PlainText();
        for (Node node = block.getFirstChild(); node != null; node = Inlines.following(node, block)) {
            Inlines.accept(node, plain);
        }
        return plain.words.toString().strip();
    }

    @Override
    public void text(String text) {
        words.append(text);
    }

    @Override
    public void code(String code) {
        words.append(code);
    }

    @Override
    public void softBreak(Node node) {
        if (!LineBreaks.isDropped(node)) {
            words.append(' ');
        }
    }

    @Override
    public void hardBreak() {
        words.append(' ');
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
    public void image(Extra.Hyperlink image) {}

    @Override
    public void url(Node node, String url, String destination) {
        words.append(url);
    }

    @Override
    public void html(HtmlInline html) {}

    @Override
    public void ruby(Extra.Ruby ruby) {
        words.append(ruby.base());
    }
}
