package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Runbook;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.Toc;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What surrounds the main part of each page. */
final class Frames {
    private final SiteContext site;
    private final Pictures pictures;
    private final Navigation navigation;

    Frames(SiteContext site, Pictures pictures) {
        this.site = site;
        this.pictures = pictures;
        this.navigation = new Navigation(site.structure());
    }

    /** Around a node's page. */
    Frame of(Node node, Place place, List<Toc> contents) {
        Language language = place.language();
        Optional<Runbook> shown = node.page().map(p -> p.in(language).orElse(p.original()));
        boolean translated = node.isTranslated(language);
        Language contentLanguage = shown.map(Runbook::language).orElse(language);
        return new Frame(
                language,
                contentLanguage,
                site.siteTitle(language),
                node.title(language),
                description(node, shown, language),
                place.root(),
                site.structure().front().linkFrom(place),
                alternates(place, node::path),
                // What is not translated is the original's page once more, for search engines too.
                site.address(SitePaths.encode(translated ? place.path() : node.path(contentLanguage))),
                absoluteAlternates(place, node::path, node::isTranslated),
                pictures.address(node, language),
                feed(place),
                navigation.sections(place, Optional.of(node)),
                navigation.breadcrumbs(place, node),
                contents,
                navigation.before(place, node),
                navigation.after(place, node),
                shown.flatMap(this::edit),
                shown.map(r -> site.lastChanges().get(r.source().name())).map(LocalDate::toString),
                status(place),
                translated);
    }

    /** Around a page that is in no section; {@code path} is its path in each language. */
    Frame alone(String title, Place place, Function<Language, String> path, List<Link> breadcrumbs) {
        return alone(title, "", place, path, breadcrumbs);
    }

    /** The same with a description. */
    Frame alone(
            String title, String description, Place place, Function<Language, String> path, List<Link> breadcrumbs) {
        Language language = place.language();
        return new Frame(
                language,
                language,
                site.siteTitle(language),
                title,
                description,
                place.root(),
                site.structure().front().linkFrom(place),
                alternates(place, path),
                site.address(SitePaths.encode(place.path())),
                absoluteAlternates(place, path, l -> true),
                pictures.address(site.structure().front(), language),
                feed(place),
                navigation.sections(place, Optional.empty()),
                breadcrumbs,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status(place),
                true);
    }

    /** A link to the front page. */
    Link home(Place place) {
        Node front = site.structure().front();
        return Link.to(front.title(place.language()), front.linkFrom(place));
    }

    /** Around the page for addresses that lead nowhere. It is no page of its own: it has no address. */
    Frame notFound() {
        Language language = site.config().primary();
        String root = site.config().baseUrl().map(Frames::pathOf).orElse("");
        Place place = Place.anywhere(language, SitePaths.NOT_FOUND, root);
        return nameless("not-found.title", place, root, site.structure().front()::path);
    }

    /** Around the page for those that cannot be had. */
    Frame offline(Place place) {
        return nameless("offline.title", place, place.root(), site.paths()::offline);
    }

    /** Around a page that nobody is to find. */
    private Frame nameless(String title, Place place, String root, Function<Language, String> path) {
        Language language = place.language();
        Frame frame = alone(site.theme().text(language, title), place, path, List.of());
        return new Frame(
                language,
                language,
                frame.siteTitle(),
                frame.title(),
                "",
                root,
                frame.home(),
                frame.alternates(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                frame.navigation(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                frame.status(),
                false);
    }

    /** The path of an absolute address, with a last {@code /}. */
    static String pathOf(String address) {
        int host = address.indexOf("://");
        int slash = host < 0 ? -1 : address.indexOf('/', host + 3);
        return slash < 0 ? "/" : address.substring(slash);
    }

    private Optional<String> feed(Place place) {
        return Feed.isPublished(site)
                ? Optional.of(place.linkTo(SitePaths.encode(site.paths().feed(place.language()))))
                : Optional.empty();
    }

    private Optional<String> status(Place place) {
        return site.status().map(s -> place.linkTo(SitePaths.encode(site.paths().status(place.language()))));
    }

    private String description(Node node, Optional<Runbook> shown, Language language) {
        Optional<String> written =
                shown.flatMap(r -> r.frontMatter().description()).map(d -> d.value());
        if (written.isPresent() || node.kind() != Node.Kind.FRONT) {
            return written.orElse("");
        }
        return site.config().description().getOrDefault(language, "");
    }

    private List<Link> alternates(Place place, Function<Language, String> path) {
        return site.config().languages().stream()
                .map(l -> new Link(l.code(), place.linkTo(SitePaths.encode(path.apply(l))), l == place.language()))
                .toList();
    }

    private List<Link> absoluteAlternates(
            Place place, Function<Language, String> path, Predicate<Language> isTranslated) {
        return site.config().languages().stream()
                .filter(isTranslated)
                .flatMap(l -> site.address(SitePaths.encode(path.apply(l))).stream()
                        .map(address -> new Link(l.code(), address, l == place.language())))
                .toList();
    }

    private Optional<String> edit(Runbook shown) {
        return site.config()
                .editUrl()
                .map(url ->
                        url.replace("{path}", SitePaths.encode(shown.source().name())));
    }
}
