package dev.runbook.markdown;

import java.util.Set;

/** What the renderers of one page share. */
record Rendering(HtmlWriter out, RawHtml html, InlineRenderer inlines, Positions positions, Problems problems) {
    static Rendering of(Positions positions, Problems problems, Ids ids, HtmlPolicy policy) {
        HtmlWriter out = new HtmlWriter();
        RawHtml html = new RawHtml(out, policy, problems, ids);
        return new Rendering(out, html, new InlineRenderer(out, html, positions, problems), positions, problems);
    }

    /** The ids that HTML in the text defines. */
    Set<String> anchors() {
        return html.anchors();
    }
}
