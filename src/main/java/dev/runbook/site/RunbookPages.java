package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.RunbookView.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of runbooks. */
final class RunbookPages {
    private final SiteContext site;
    private final Frames frames;
    private final Standings standings;

    RunbookPages(SiteContext site, Frames frames) {
        this.site = site;
        this.frames = frames;
        this.standings = new Standings(site);
    }

    String render(Node node, Page page, Place place) {
        return site.theme().runbook(view(node, page, place));
    }

    /** What the page shows. */
    RunbookView view(Node node, Page page, Place place) {
        Runbook original = page.original();
        FrontMatter facts = original.frontMatter();
        PageText text = PageText.of(site, page, place);
        return new RunbookView(
                frames.of(node, place, text.contents()),
                original.id().path(),
                node.isTranslated(place.language()),
                tags(facts, place),
                requires(facts, place),
                facts.risk().map(r -> r.name().toLowerCase(Locale.ROOT)),
                facts.duration(),
                fields(page, place.language()),
                !original.steps().isEmpty(),
                standings.verification(page.id(), place),
                text.parts());
    }

    private List<Link> tags(FrontMatter facts, Place place) {
        return facts.tags().stream()
                .flatMap(t -> site.structure().tag(t.value()).stream())
                .distinct()
                .map(t -> Link.to(
                        t.name(), place.linkTo(SitePaths.encode(site.paths().tag(t.slug(), place.language())))))
                .toList();
    }

    private List<Link> requires(FrontMatter facts, Place place) {
        return facts.requires().stream()
                .flatMap(r -> required(r.value()).stream())
                .map(n -> Link.to(n.title(place.language()), n.linkFrom(place)))
                .toList();
    }

    /** A runbook by its id, or by the last part of it where that is unique. */
    private Optional<Node> required(String name) {
        Optional<Node> exact = site.structure().node(new RunbookId(name));
        if (exact.isPresent()) {
            return exact;
        }
        List<Page> found = site.handbook().find(name);
        return found.size() == 1 ? site.structure().node(found.get(0).id()) : Optional.empty();
    }

    private static List<Field> fields(Page page, Language language) {
        Map<String, String> labels = page.in(language).stream()
                .flatMap(r -> r.frontMatter().params().stream())
                .filter(p -> p.label().isPresent())
                .collect(Collectors.toMap(Parameter::name, p -> p.label().orElse(p.name()), (a, b) -> a));
        return page.original().frontMatter().params().stream()
                .map(p -> new Field(
                        p.name(),
                        labels.getOrDefault(p.name(), p.label().orElse(p.name())),
                        p.secret() ? "" : p.defaultValue().orElse(""),
                        p.pattern(),
                        p.secret()))
                .toList();
    }
}
