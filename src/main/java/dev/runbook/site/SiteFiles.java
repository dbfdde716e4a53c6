package dev.runbook.site;

import dev.runbook.i18n.Language;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a site has beside its pages and the theme's files, made from the whole handbook. */
final class SiteFiles {
    private final SiteContext site;

    SiteFiles(SiteContext site) {
        this.site = site;
    }

    /** By path from the site's root. */
    SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Sitemap sitemap = new Sitemap(site);
        files.put("robots.txt", bytes(sitemap.robots()));
        sitemap.xml().ifPresent(xml -> files.put("sitemap.xml", bytes(xml)));
        for (Language language : site.config().languages()) {
            files.put(site.paths().overview(language), bytes(new Overview(site, language).markdown()));
            new Feed(site, language)
                    .xml()
                    .ifPresent(xml -> files.put(site.paths().feed(language), bytes(xml)));
        }
        files.put(
                "sw.js",
                site.theme()
                        .worker(site.config().languages().stream()
                                .map(site.paths()::offline)
                                .toList()));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
