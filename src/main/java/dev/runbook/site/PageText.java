package dev.runbook.site;

import dev.runbook.check.Translations;
import dev.runbook.model.Block;
import dev.runbook.model.Listing;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.Toc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A page's text in the order in which it is read.
 *
 * @param contents the headings of the first two levels
 */
record PageText(List<Part> parts, List<Toc> contents) {
    /** The deepest level of the table of contents. */
    private static final int CONTENTS_DEPTH = 3;

    private static final int DEEPEST_HEADING = 6;

    static PageText of(SiteContext site, Page page, Place place) {
        Runbook shown = page.in(place.language()).orElse(page.original());
        return new Builder(site, page, shown, place).build();
    }

    private static final class Builder implements Block.Visitor<Part> {
        private final Runbook shown;
        private final ProseHtml prose;
        private final Terms terms;
        private final StepViews steps;
        private final Set<String> outdated;
        private final List<Part> parts = new ArrayList<>();
        private final List<Toc> contents = new ArrayList<>();

        /** The source's levels of the headings that the current section is in. */
        private final List<Integer> outline = new ArrayList<>();

        Builder(SiteContext site, Page page, Runbook shown, Place place) {
            this.shown = shown;
            this.prose = new ProseHtml(site, shown, place);
            this.terms = new Terms(site, page.id(), shown.language(), place);
            this.steps = new StepViews(site, page, shown, place);
            this.outdated = Translations.outdated(page, shown.language());
        }

        PageText build() {
            for (Section section : shown.sections()) {
                if (section.level() > 0) {
                    heading(section);
                }
                for (Block block : section.blocks()) {
                    parts.add(block.accept(this));
                }
            }
            if (!terms.used().isEmpty()) {
                parts.add(new Part.Definitions(terms.used()));
            }
            return new PageText(parts, contents);
        }

        private void heading(Section section) {
            int level = level(section);
            String html = prose.render(section.titleHtml());
            parts.add(new Part.Heading(level, section.id(), html, outdated.contains(section.id())));
            if (level <= CONTENTS_DEPTH) {
                boolean plain = html.contains("<a ") || html.contains("<img ") || html.contains(" id=");
                contents.add(new Toc(level, section.id(), plain ? Escape.html(section.title()) : html));
            }
        }

        /**
         * The level in the page's outline: the page's title is its only heading of the first level, and no level is left
         * out, whatever the author wrote.
         */
        private int level(Section section) {
            while (!outline.isEmpty() && outline.get(outline.size() - 1) >= section.level()) {
                outline.remove(outline.size() - 1);
            }
            outline.add(section.level());
            return Math.min(outline.size() + 1, DEEPEST_HEADING);
        }

        @Override
        public Part prose(Prose block) {
            return new Part.Text(terms.show(prose.render(block.html())));
        }

        @Override
        public Part listing(Listing listing) {
            return new Part.ListingView(CodeHtml.of(listing.language(), listing.code(), List.of()));
        }

        @Override
        public Part step(Step step) {
            return steps.view(step);
        }
    }
}
