package dev.runbook.site;

import dev.runbook.model.RunbookId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the site consists of and in which order it is read; made once, in time linear in the number of pages. */
final class Structure {
    private final List<SectionNodes> sections;
    private final List<Node> order;
    private final List<Tag> tags;
    private final Map<String, Tag> tagOfName;
    private final Map<RunbookId, Integer> positions;

    /**
     * @param sections the root's first
     * @param tags in the order in which they are listed
     * @param tagOfName by each spelling of a tag
     */
    Structure(List<SectionNodes> sections, List<Node> order, List<Tag> tags, Map<String, Tag> tagOfName) {
        this.sections = List.copyOf(sections);
        this.order = List.copyOf(order);
        this.tags = List.copyOf(tags);
        this.tagOfName = Map.copyOf(tagOfName);
        this.positions = new HashMap<>(2 * order.size());
        for (int i = 0; i < order.size(); i++) {
            positions.put(order.get(i).id(), i);
        }
    }

    List<SectionNodes> sections() {
        return sections;
    }

    /** The section of a node. */
    SectionNodes sectionOf(Node node) {
        return sections.get(node.section());
    }

    /** All nodes in reading order, the front page first. */
    List<Node> order() {
        return order;
    }

    Node front() {
        return order.get(0);
    }

    List<Tag> tags() {
        return tags;
    }

    Optional<Tag> tag(String name) {
        return Optional.ofNullable(tagOfName.get(name));
    }

    Optional<Node> node(RunbookId id) {
        return Optional.ofNullable(positions.get(id)).map(order::get);
    }

    /** The node read before this one. */
    Optional<Node> before(Node node) {
        return at(position(node) - 1);
    }

    /** The node read after this one. */
    Optional<Node> after(Node node) {
        return at(position(node) + 1);
    }

    private int position(Node node) {
        return positions.getOrDefault(node.id(), -1);
    }

    private Optional<Node> at(int position) {
        return position >= 0 && position < order.size() ? Optional.of(order.get(position)) : Optional.empty();
    }

    /** The pages in a folder and the folders in it, in reading order, without its front page. */
    List<Node> pagesIn(Node folder) {
        String start = folder.id().folder();
        SectionNodes section = sectionOf(folder);
        if (start.equals(section.folder())) {
            return section.pages();
        }
        return section.pages().stream()
                .filter(n -> n.id().path().startsWith(start + "/") && !n.equals(folder))
                .toList();
    }
}
