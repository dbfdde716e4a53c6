package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.NavSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links around a page: sections, the pages of its own section, the way to it, its neighbours. */
final class Navigation {
    /**
     * No list is longer: of a section with thousands of pages those around the shown one are listed, so that a site's
     * size grows with the number of its pages and not with its square.
     */
    private static final int LONGEST = 200;

    private final Structure structure;

    Navigation(Structure structure) {
        this.structure = structure;
    }

    /**
     * The sections as they are listed on a page.
     *
     * @param shown the page's node; empty for one that is in no section
     */
    List<NavSection> sections(Place place, Optional<Node> shown) {
        List<SectionNodes> sections = structure.sections();
        int open = shown.map(Node::section).orElse(-1);
        List<NavSection> listed = new ArrayList<>();
        for (SectionNodes section : around(sections, Math.max(open, 0))) {
            if (section.isRoot() && section.pages().isEmpty()) {
                continue;
            }
            boolean isOpen = section.index().section() == open;
            Link link = link(section.index(), place, shown);
            listed.add(new NavSection(link, isOpen, isOpen ? pages(section, place, shown) : List.of()));
        }
        return listed;
    }

    private List<Link> pages(SectionNodes section, Place place, Optional<Node> shown) {
        int at = shown.map(section.pages()::indexOf).orElse(0);
        List<Link> links = new ArrayList<>();
        for (Node node : around(section.pages(), Math.max(at, 0))) {
            links.add(link(node, place, shown));
        }
        return links;
    }

    private static Link link(Node node, Place place, Optional<Node> shown) {
        return new Link(
                node.title(place.language()),
                node.linkFrom(place),
                shown.filter(node::equals).isPresent());
    }

    private static <T> List<T> around(List<T> list, int at) {
        if (list.size() <= LONGEST) {
            return list;
        }
        int start = Math.max(0, Math.min(at - LONGEST / 2, list.size() - LONGEST));
        return list.subList(start, start + LONGEST);
    }

    /** The front pages above a node, the handbook's first. */
    List<Link> breadcrumbs(Place place, Node node) {
        List<Link> links = new ArrayList<>();
        if (node.kind() == Node.Kind.FRONT) {
            return links;
        }
        links.add(link(structure.front(), place));
        String folder = node.id().folder();
        for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            front(folder.substring(0, slash), node).ifPresent(n -> links.add(link(n, place)));
        }
        front(folder, node).ifPresent(n -> links.add(link(n, place)));
        return links;
    }

    private Optional<Node> front(String folder, Node node) {
        return folder.isEmpty()
                ? Optional.empty()
                : structure
                        .node(new dev.runbook.model.RunbookId(folder + "/index"))
                        .filter(n -> !n.equals(node));
    }

    /** The page read before this one. */
    Optional<Link> before(Place place, Node node) {
        return structure.before(node).map(n -> link(n, place));
    }

    /** The page read after this one. */
    Optional<Link> after(Place place, Node node) {
        return structure.after(node).map(n -> link(n, place));
    }

    private static Link link(Node node, Place place) {
        Language language = place.language();
        return Link.to(node.title(language), node.linkFrom(place));
    }
}
