package dev.runbook.check;

import dev.runbook.check.Resolved.Broken;
import dev.runbook.i18n.Language;
import dev.runbook.model.Html;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.source.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that links lead somewhere, in every language, and will do so tomorrow. */
final class LinkChecks {
    private final Context context;
    private final Runbook from;
    private final Findings findings;

    private LinkChecks(Context context, Runbook from, Findings findings) {
        this.context = context;
        this.from = from;
        this.findings = findings;
    }

    static void check(Context context, Page page, Findings findings) {
        Stream.concat(Stream.of(page.original()), page.translations().values().stream())
                .forEach(runbook -> new LinkChecks(context, runbook, findings).check());
    }

    private void check() {
        for (Section section : from.sections()) {
            check(section.titleHtml());
            for (Prose prose : Blocks.prose(section)) {
                check(prose.html());
            }
        }
    }

    private void check(Html html) {
        for (Html.Piece piece : html.pieces()) {
            if (piece instanceof Html.Target target) {
                context.links().resolve(from, target.destination()).accept(new Report(target));
            }
        }
    }

    private final class Report implements Resolved.Visitor<Boolean> {
        private final Html.Target target;

        Report(Html.Target target) {
            this.target = target;
        }

        @Override
        public Boolean external(Resolved.External external) {
            return !target.image() || report(CheckCode.REMOTE_IMAGE, external.url());
        }

        @Override
        public Boolean anchor(Resolved.Anchor anchor) {
            return true;
        }

        @Override
        public Boolean asset(Resolved.ToAsset asset) {
            return true;
        }

        @Override
        public Boolean page(Resolved.ToPage page) {
            return page.fragment().map(id -> stable(page.page(), id)).orElse(true);
        }

        @Override
        public Boolean broken(Broken broken) {
            String destination = shown();
            return switch (broken.reason()) {
                case EMPTY -> report(CheckCode.EMPTY_LINK);
                case ABSOLUTE -> report(CheckCode.ABSOLUTE_LINK, destination);
                case OUTSIDE -> report(CheckCode.LINK_OUTSIDE, destination);
                case NO_INDEX -> report(CheckCode.FOLDER_WITHOUT_INDEX, destination);
                case CASE -> missing(broken, CheckCode.LINK_CASE);
                case MISSING -> missing(broken, CheckCode.MISSPELT_LINK);
                case NO_ANCHOR, NO_ANCHOR_HERE -> noAnchor(broken);
            };
        }

        private boolean missing(Broken broken, CheckCode withSuggestion) {
            return context.linkSuggestions()
                    .near(broken.path())
                    .map(near -> report(
                            withSuggestion,
                            shown(),
                            Destinations.encode(Destinations.relative(from.id().folder(), near))))
                    .orElseGet(() -> report(CheckCode.BROKEN_LINK, shown()));
        }

        private boolean noAnchor(Broken broken) {
            String destination = target.destination();
            int hash = destination.indexOf('#');
            RunbookId id = from.id();
            if (hash > 0) {
                Resolved page = context.links().resolve(from, destination.substring(0, hash));
                id = page instanceof Resolved.ToPage to ? to.page() : id;
            }
            Optional<String> near = context.handbook()
                    .page(id)
                    .flatMap(p -> Suggestions.closest(
                            broken.fragment(), context.links().anchors(p, from.language())));
            return near.map(n -> report(CheckCode.MISSPELT_ANCHOR, shown(), broken.fragment(), n))
                    .orElseGet(() -> report(CheckCode.BROKEN_ANCHOR, shown(), broken.fragment()));
        }

        /** A link from another page must hold in all languages, and when the heading is reworded. */
        private boolean stable(RunbookId id, String fragment) {
            Optional<Page> page = context.handbook().page(id).filter(p -> !id.equals(from.id()));
            if (page.isEmpty() || !isDerived(page.get(), fragment)) {
                return true;
            }
            List<Language> without = Stream.of(Language.values())
                    .filter(l -> page.get().in(l).isPresent())
                    .filter(l -> !context.links().anchors(page.get(), l).contains(fragment))
                    .toList();
            return without.isEmpty()
                    ? report(CheckCode.DERIVED_ANCHOR, fragment)
                    : report(CheckCode.UNSTABLE_ANCHOR, fragment, without.get(0).code());
        }

        private boolean isDerived(Page page, String fragment) {
            Runbook shown = page.in(from.language()).orElse(page.original());
            return shown.sections().stream().anyMatch(s -> !s.explicitId() && s.id().equals(fragment));
        }

        /** As the author wrote it, or nearly so: the parser has encoded what is not ASCII. */
        private String shown() {
            return Destinations.decode(target.destination());
        }

        private boolean report(CheckCode code, Object... arguments) {
            findings.add(code, target.span(), arguments);
            return false;
        }
    }
}
