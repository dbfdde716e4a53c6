package dev.runbook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.sequence.Escaping;
import dev.runbook.i18n.Language;
import dev.runbook.model.Html;
import dev.runbook.source.SourceFile;
import java.util.Set;

/** Renders a text with the product's own renderer, code blocks and headings as CommonMark's specification has them. */
final class PlainHtml implements BlockSink {
    private final HtmlWriter out;
    private final InlineRenderer inlines;

    private PlainHtml(Rendering rendering) {
        this.out = rendering.out();
        this.inlines = rendering.inlines();
    }

    static String of(String markdown) {
        SourceFile file = SourceFile.of("spec.md", markdown);
        Document document = Flexmark.parse(file.text().replace('\0', '\uFFFD'));
        Rendering rendering =
                Rendering.of(new Positions(file, 0), new Problems(file), new Ids(), new HtmlPolicy(Set.of()));
        new BlockRenderer(rendering, new PlainHtml(rendering), Language.EN).render(document);
        rendering.html().leave(0);
        return text(rendering.out().take());
    }

    /** The HTML with its destinations put in as they are. */
    static String text(Html html) {
        HtmlWriter writer = new HtmlWriter();
        for (Html.Piece piece : html.pieces()) {
            if (piece instanceof Html.Text text) {
                writer.raw(text.html());
            } else {
                writer.text(((Html.Target) piece).destination());
            }
        }
        Html joined = writer.take();
        return joined.pieces().isEmpty() ? "" : ((Html.Text) joined.pieces().get(0)).html();
    }

    @Override
    public void fence(FencedCodeBlock code) {
        Fence fence = Fence.of(
                code, new Positions(SourceFile.of("", code.getBaseSequence().toString()), 0));
        String info = Escaping.unescapeString(code.getInfo().toString());
        String language = info.isEmpty() ? "" : info.split("\\s", -1)[0];
        block(language, fence.code());
    }

    @Override
    public void indented(IndentedCodeBlock code) {
        block(
                "",
                PageBuilder.code(
                        new Positions(SourceFile.of("", code.getBaseSequence().toString()), 0)
                                .lines(code.getContentLines())));
    }

    private void block(String language, String code) {
        out.line();
        out.raw("<pre><code");
        if (!language.isEmpty()) {
            out.raw(" class=\"language-");
            out.text(language);
            out.raw("\"");
        }
        out.raw(">");
        out.text(code);
        out.raw("</code></pre>\n");
    }

    @Override
    public void heading(Heading heading) {
        out.line();
        out.raw("<h" + heading.getLevel() + ">");
        inlines.render(heading);
        out.raw("</h" + heading.getLevel() + ">\n");
    }

    @Override
    public void task(ListItem item, Paragraph text) {
        out.raw("<input type=\"checkbox\">");
    }
}
