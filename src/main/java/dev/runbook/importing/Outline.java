package dev.runbook.importing;

import dev.runbook.importing.Element.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which headings are pages. Headings of one kind have one level: that of the kind's first appearance, below the heading
 * above it.
 *
 * @param title the memo's own, if it has one
 * @param opening the elements before the first page
 */
record Outline(Optional<Heading> title, List<Element> opening, List<PageDraft> pages) {
    private static final int MAX_TITLE = 60;

    /**
     * A page.
     *
     * @param heading empty where the memo has none at all
     * @param elements without that heading
     * @param levels of the headings among them, from 1
     */
    record PageDraft(Optional<Heading> heading, List<Element> elements, Map<Heading, Integer> levels) {}

    static Outline of(Reading reading) {
        List<Heading> headings = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Element element : reading.elements()) {
            heading(element).ifPresent(h -> {
                headings.add(h);
                counts.merge(h.kind(), 1, Integer::sum);
            });
        }
        Optional<Heading> title = title(reading, headings, counts);
        Map<Heading, Integer> levels = levels(headings, title);
        List<Element> opening = new ArrayList<>();
        List<PageDraft> pages = new ArrayList<>();
        Optional<Heading> page = Optional.empty();
        List<Element> current = opening;
        for (Element element : reading.elements()) {
            Optional<Heading> heading = heading(element);
            if (title.filter(t -> t.first() == element.first()).isPresent()) {
                continue;
            }
            if (heading.isPresent() && levels.getOrDefault(heading.get(), 1) == 1) {
                if (page.isPresent()) {
                    pages.add(new PageDraft(page, List.copyOf(current), levels));
                }
                page = heading;
                current = new ArrayList<>();
            } else {
                current.add(element);
            }
        }
        if (page.isPresent()) {
            pages.add(new PageDraft(page, List.copyOf(current), levels));
            return new Outline(title, opening, pages);
        }
        return new Outline(title, List.of(), List.of(new PageDraft(Optional.empty(), opening, levels)));
    }

    private static Optional<Heading> heading(Element element) {
        return element instanceof Heading heading ? Optional.of(heading) : Optional.empty();
    }

    /** The memo's first heading, where nothing stands before it and no other is like it. */
    private static Optional<Heading> title(Reading reading, List<Heading> headings, Map<String, Integer> counts) {
        Optional<Element> first = reading.elements().stream()
                .filter(e -> !(e instanceof Element.Nothing))
                .findFirst();
        if (headings.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = headings.get(0);
        if (first.get().equals(heading)) {
            boolean alone = headings.size() > 1 && counts.getOrDefault(heading.kind(), 0) == 1;
            return alone ? Optional.of(heading) : Optional.empty();
        }
        return first.get() instanceof Element.ProseLines prose ? opening(reading.memo(), prose) : Optional.empty();
    }

    /** A short first line that stands alone is a title, too. */
    private static Optional<Heading> opening(Memo memo, Element.ProseLines prose) {
        MemoLine line = prose.lines().get(0);
        String body = line.body();
        boolean title = prose.first() == prose.last()
                && memo.at(prose.last()).isBlank()
                && body.length() <= MAX_TITLE
                && !body.contains("://")
                && line.secrets().isEmpty()
                && "。.、,:：".indexOf(body.charAt(body.length() - 1)) < 0;
        int end = line.indent() + body.length();
        return title
                ? Optional.of(new Heading(prose.first(), prose.last(), "opening", line, line.indent(), end))
                : Optional.empty();
    }

    private static Map<Heading, Integer> levels(List<Heading> headings, Optional<Heading> title) {
        Map<String, Integer> byKind = new HashMap<>();
        Map<Heading, Integer> levels = new HashMap<>();
        int level = 0;
        for (Heading heading : headings) {
            if (title.equals(Optional.of(heading))) {
                continue;
            }
            int below = level + 1;
            level = byKind.computeIfAbsent(heading.kind(), k -> below);
            levels.put(heading, level);
        }
        return levels;
    }
}
