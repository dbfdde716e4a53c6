package dev.runbook.site;

import dev.runbook.i18n.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What search engines ask for. */
final class Sitemap {
    private final SiteContext site;

    Sitemap(SiteContext site) {
        this.site = site;
    }

    /** {@code robots.txt}: everything may be read, and where the sitemap is. */
    String robots() {
        String sitemap = site.config()
                .baseUrl()
                .map(base -> "Sitemap: " + base + "sitemap.xml\n")
                .orElse("");
        return "User-agent: *\nAllow: /\n" + sitemap;
    }

    /** {@code sitemap.xml}; empty where the site's address is unknown, since it must name absolute addresses. */
    Optional<String> xml() {
        if (site.config().baseUrl().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (Node node : site.structure().order()) {
            for (Language language : site.config().languages()) {
                if (node.isTranslated(language)) {
                    entry(out, node, language);
                }
            }
        }
        return Optional.of(out.append("</urlset>\n").toString());
    }

    private void entry(StringBuilder out, Node node, Language language) {
        out.append("<url><loc>").append(address(node, language)).append("</loc>");
        lastChange(node, language)
                .ifPresent(d -> out.append("<lastmod>").append(d).append("</lastmod>"));
        List<Language> versions =
                site.config().languages().stream().filter(node::isTranslated).toList();
        if (versions.size() > 1) {
            for (Language version : versions) {
                out.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                        .append(version.code())
                        .append("\" href=\"")
                        .append(address(node, version))
                        .append("\"/>");
            }
        }
        out.append("</url>\n");
    }

    private String address(Node node, Language language) {
        return site.address(SitePaths.encode(node.path(language)))
                .map(Escape::html)
                .orElse("");
    }

    private Optional<LocalDate> lastChange(Node node, Language language) {
        return node.page()
                .flatMap(p -> p.in(language))
                .flatMap(r ->
                        Optional.ofNullable(site.lastChanges().get(r.source().name())));
    }
}
