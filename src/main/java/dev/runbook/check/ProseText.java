package dev.runbook.check;

import dev.runbook.model.Html;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown of a page's prose.
 *
 * @param markdown as written
 * @param plain the same length, without code spans, link destinations, HTML and addresses: see {@link ProseMask}
 * @param html what became of it
 */
record ProseText(String markdown, String plain, Html html, CodePlaces places) {
    /** The prose of a page: headings, paragraphs, and what a person has to do. */
    static List<ProseText> of(Runbook runbook) {
        List<ProseText> texts = new ArrayList<>();
        SourceFile source = runbook.source();
        for (Section section : runbook.sections()) {
            if (section.level() > 0) {
                String heading = source.line(section.span().startLine());
                Span line = source.lineSpan(section.span().startLine());
                texts.add(of(heading, section.titleHtml(), source, line));
            }
            for (Prose prose : Blocks.prose(section)) {
                texts.add(of(prose.markdown(), prose.html(), source, prose.span()));
            }
            for (Step step : Blocks.manual(section.steps())) {
                texts.add(of(step.action().code(), Html.EMPTY, source, step.codeSpan()));
            }
        }
        texts.removeIf(text -> !CodePlaces.isPlaceable(text.markdown()));
        return texts;
    }

    private static ProseText of(String markdown, Html html, SourceFile source, Span start) {
        return new ProseText(markdown, ProseMask.of(markdown), html, new CodePlaces(source, markdown, start));
    }
}
