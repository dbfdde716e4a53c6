package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Runbook;
import java.util.Optional;

/** {@code llms.txt}: what the handbook holds, as a Markdown page of links (llmstxt.org). */
final class Overview {
    private final SiteContext site;
    private final Language language;
    private final Place place;

    Overview(SiteContext site, Language language) {
        this.site = site;
        this.language = language;
        this.place = Place.of(language, site.paths().overview(language));
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(line(site.siteTitle(language))).append('\n');
        Optional.ofNullable(site.config().description().get(language))
                .ifPresent(text -> out.append("\n> ").append(line(text)).append('\n'));
        for (SectionNodes section : site.structure().sections()) {
            if (section.isRoot()) {
                out.append('\n');
            } else {
                out.append("\n## ")
                        .append(line(section.index().title(language)))
                        .append("\n\n");
            }
            item(out, section.index());
            section.pages().forEach(node -> item(out, node));
        }
        return out.toString();
    }

    private void item(StringBuilder out, Node node) {
        String path = SitePaths.encode(node.path(language));
        out.append("- [")
                .append(line(node.title(language)).replace("[", "\\[").replace("]", "\\]"))
                .append("](")
                .append(site.address(path).orElseGet(() -> place.linkTo(path)))
                .append(')');
        node.page()
                .map(page -> page.in(language).orElse(page.original()))
                .flatMap((Runbook text) -> text.frontMatter().description())
                .ifPresent(text -> out.append(": ").append(line(text.value())));
        out.append('\n');
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
