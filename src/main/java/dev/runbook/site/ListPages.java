package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.SectionView.Card;
import dev.runbook.site.view.SectionView.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that list others: the front page, folders' front pages, tags. */
final class ListPages {
    /** Up to so many pages are listed on the front page one by one; above that, sections. */
    private static final int ALL_ON_FRONT = 100;

    private final SiteContext site;
    private final Frames frames;
    private final Standings standings;

    ListPages(SiteContext site, Frames frames) {
        this.site = site;
        this.frames = frames;
        this.standings = new Standings(site);
    }

    /** The handbook's or a folder's front page. */
    String render(Node node, Place place) {
        PageText text = node.page()
                .map(page -> PageText.of(site, page, place))
                .orElseGet(() -> new PageText(List.of(), List.of()));
        boolean front = node.kind() == Node.Kind.FRONT;
        List<Group> groups = front ? sections(place) : folders(node, place);
        Frame frame = frames.of(node, place, text.contents());
        return site.theme()
                .section(new SectionView(
                        frame,
                        front,
                        node.isTranslated(place.language()),
                        text.parts(),
                        groups,
                        front ? standings.totals() : Optional.empty()));
    }

    private List<Group> sections(Place place) {
        List<Group> groups = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        boolean all = site.structure().order().size() <= ALL_ON_FRONT;
        for (SectionNodes section : site.structure().sections()) {
            // A section that is one page only has no heading over nothing: it is a card among others.
            if (section.isRoot() || (all && !section.pages().isEmpty())) {
                group(section.isRoot() ? Optional.empty() : Optional.of(section.index()), section.pages(), place)
                        .ifPresent(groups::add);
            } else {
                cards.add(card(section.index(), place));
            }
        }
        if (!cards.isEmpty()) {
            groups.add(new Group("", Optional.empty(), cards));
        }
        return groups;
    }

    /** The pages of a folder, then those of each folder in it. */
    private List<Group> folders(Node node, Place place) {
        String here = node.id().folder();
        Map<String, List<Node>> byFolder = new LinkedHashMap<>();
        byFolder.put(here, new ArrayList<>());
        Map<String, Node> fronts = new LinkedHashMap<>();
        for (Node page : site.structure().pagesIn(node)) {
            String folder = page.id().folder();
            if (page.kind() == Node.Kind.FOLDER) {
                fronts.put(folder, page);
            }
            List<Node> group = byFolder.computeIfAbsent(folder, key -> new ArrayList<>());
            if (page.kind() != Node.Kind.FOLDER) {
                group.add(page);
            }
        }
        List<Group> groups = new ArrayList<>();
        byFolder.forEach((folder, pages) -> {
            List<Card> cards = pages.stream().map(p -> card(p, place)).toList();
            Optional<Node> front = Optional.ofNullable(fronts.get(folder));
            String title = folder.equals(here)
                    ? ""
                    : front.map(n -> n.title(place.language())).orElseGet(() -> humanised(here, folder));
            if (!cards.isEmpty() || front.isPresent()) {
                groups.add(new Group(title, front.map(n -> n.linkFrom(place)), cards));
            }
        });
        return groups;
    }

    private static String humanised(String here, String folder) {
        return StructureBuilder.humanised(folder.substring(here.length() + 1));
    }

    /** The list of all tags. */
    String tags(Place place) {
        Language language = place.language();
        List<Card> cards = site.structure().tags().stream()
                .map(t -> new Card(t.name(), link(t, place), "", List.of(), 0, true, Optional.empty()))
                .toList();
        String title = site.theme().text(language, "tags");
        Frame frame = frames.alone(title, place, site.paths()::tags, List.of(frames.home(place)));
        return site.theme()
                .section(new SectionView(
                        frame,
                        false,
                        true,
                        List.of(),
                        List.of(new Group("", Optional.empty(), cards)),
                        Optional.empty()));
    }

    /** The list of the pages with a tag. */
    String tag(Tag tag, Place place) {
        Language language = place.language();
        String title = site.theme().text(language, "tag.title", tag.name());
        Link all = Link.to(
                site.theme().text(language, "tags"),
                place.linkTo(SitePaths.encode(site.paths().tags(language))));
        Frame frame =
                frames.alone(title, place, l -> site.paths().tag(tag.slug(), l), List.of(frames.home(place), all));
        List<Group> groups =
                group(Optional.empty(), tag.nodes(), place).stream().toList();
        return site.theme().section(new SectionView(frame, false, true, List.of(), groups, Optional.empty()));
    }

    private String link(Tag tag, Place place) {
        return place.linkTo(SitePaths.encode(site.paths().tag(tag.slug(), place.language())));
    }

    private Optional<Group> group(Optional<Node> title, List<Node> nodes, Place place) {
        if (nodes.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Group(
                title.map(n -> n.title(place.language())).orElse(""),
                title.map(n -> n.linkFrom(place)),
                nodes.stream().map(n -> card(n, place)).toList()));
    }

    private Card card(Node node, Place place) {
        Language language = place.language();
        Optional<Runbook> shown = node.page().map(p -> p.in(language).orElse(p.original()));
        return new Card(
                node.title(language),
                node.linkFrom(place),
                shown.flatMap(r -> r.frontMatter().description())
                        .map(d -> d.value())
                        .orElse(""),
                node.page().stream()
                        .flatMap(p -> p.original().frontMatter().tags().stream())
                        .map(t -> t.value())
                        .toList(),
                node.page().map(p -> steps(p.original())).orElse(0),
                node.isTranslated(language),
                standings.badge(node.id()));
    }

    /** What a person would count: not what takes steps back, nor what only verification does. */
    private static int steps(Runbook runbook) {
        int count = 0;
        for (Step step : runbook.steps()) {
            if (step.role() != Role.UNDO && step.role() != Role.GIVEN) {
                count++;
            }
        }
        return count;
    }
}
