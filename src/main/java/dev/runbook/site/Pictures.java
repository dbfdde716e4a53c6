package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.picture.Drawing;
import dev.runbook.picture.TitlePicture;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The pictures that other programs show for a link to a page: one for each section in each language, so that a handbook
 * of thousands of pages is built as fast as without them. They need the site's address, since they are named by it.
 */
final class Pictures {
    /** With more sections than this, all pages have the front page's picture. */
    private static final int MOST_SECTIONS = 50;

    private final SiteContext site;
    private final Map<String, Supplier<Drawing>> all = new TreeMap<>();

    Pictures(SiteContext site) {
        this.site = site;
        if (site.config().baseUrl().isPresent()) {
            for (SectionNodes section : site.structure().sections()) {
                if (hasItsOwn(section)) {
                    site.config().languages().forEach(language -> add(section, language));
                }
            }
        }
    }

    Map<String, Supplier<Drawing>> all() {
        return Collections.unmodifiableMap(all);
    }

    /** The absolute address of a node's picture; empty where the site's address is unknown. */
    Optional<String> address(Node node, Language language) {
        SectionNodes section = site.structure().sectionOf(node);
        SectionNodes shown =
                hasItsOwn(section) ? section : site.structure().sections().get(0);
        return site.address(SitePaths.encode(path(shown, language)));
    }

    private boolean hasItsOwn(SectionNodes section) {
        return section.isRoot() || site.structure().sections().size() <= MOST_SECTIONS;
    }

    private static String path(SectionNodes section, Language language) {
        String folder = section.isRoot() ? "" : section.folder() + "/";
        return "assets/pictures/" + language.code() + "/" + folder + "index.png";
    }

    private void add(SectionNodes section, Language language) {
        String siteTitle = site.siteTitle(language);
        String title = section.isRoot() ? siteTitle : section.index().title(language);
        String description = section.isRoot()
                ? site.config().description().getOrDefault(language, "")
                : section.index()
                        .page()
                        .map(page -> page.in(language).orElse(page.original()))
                        .flatMap(text -> text.frontMatter().description())
                        .map(text -> text.value())
                        .orElse("");
        String above = section.isRoot() ? "" : siteTitle;
        String host = site.config().baseUrl().map(Pictures::host).orElse("");
        all.put(path(section, language), () -> TitlePicture.draw(above, title, description, host));
    }

    private static String host(String address) {
        String rest = address.substring(address.indexOf("://") + "://".length());
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
