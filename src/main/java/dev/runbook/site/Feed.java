package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Runbook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An Atom feed of the pages that were changed last, in one language. */
final class Feed {
    /** Pages that are told of. */
    private static final int LONGEST = 50;

    private record Entry(Node node, Runbook text, LocalDate changed) {}

    private final SiteContext site;
    private final Language language;

    Feed(SiteContext site, Language language) {
        this.site = site;
        this.language = language;
    }

    /** A feed names absolute addresses and dates: the site's address must be known, and git must know the pages. */
    static boolean isPublished(SiteContext site) {
        return site.config().baseUrl().isPresent() && !site.lastChanges().isEmpty();
    }

    Optional<String> xml() {
        if (!isPublished(site)) {
            return Optional.empty();
        }
        List<Entry> entries = site.structure().order().stream()
                .flatMap(node -> entry(node).stream())
                .sorted(Comparator.comparing(Entry::changed).reversed())
                .limit(LONGEST)
                .toList();
        LocalDate newest = entries.isEmpty() ? LocalDate.EPOCH : entries.get(0).changed();
        String title = site.siteTitle(language);
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(language.code())
                .append("\">\n");
        String self = address(site.paths().feed(language));
        element(out, "id", self);
        element(out, "title", title);
        link(out, "self", self);
        link(out, "alternate", address(site.structure().front().path(language)));
        element(out, "updated", moment(newest));
        out.append("<author>");
        element(out, "name", title);
        out.append("</author>\n");
        entries.forEach(entry -> entry(out, entry));
        return Optional.of(out.append("</feed>\n").toString());
    }

    /** A translation is a text of its own: its page is told of when it changes, and not with the original. */
    private Optional<Entry> entry(Node node) {
        return node.page()
                .flatMap(page -> page.in(language))
                .flatMap(text -> Optional.ofNullable(
                                site.lastChanges().get(text.source().name()))
                        .map(changed -> new Entry(node, text, changed)));
    }

    private void entry(StringBuilder out, Entry entry) {
        String address = address(entry.node().path(language));
        out.append("<entry>\n");
        element(out, "id", address);
        element(out, "title", entry.node().title(language));
        link(out, "alternate", address);
        element(out, "updated", moment(entry.changed()));
        entry.text().frontMatter().description().ifPresent(description -> element(out, "summary", description.value()));
        out.append("</entry>\n");
    }

    private String address(String path) {
        return site.address(SitePaths.encode(path)).orElse("");
    }

    private static void link(StringBuilder out, String rel, String address) {
        out.append("<link rel=\"")
                .append(rel)
                .append("\" href=\"")
                .append(Escape.html(address))
                .append("\"/>\n");
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>');
        out.append(Escape.html(text));
        out.append("</").append(name).append(">\n");
    }

    /** Of a day that is all that is known. */
    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
