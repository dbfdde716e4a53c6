package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The sample pages as a site. */
final class SampleSite {
    static final String RUNBOOK = "database/pgbouncer.html";
    static final String RUNBOOK_EN = "en/database/pgbouncer.html";
    static final String UNTRANSLATED = "en/database/untranslated.html";
    static final String VERIFIED = "database/verified.html";
    static final String VERIFIED_EN = "en/database/verified.html";
    static final String STATUS = "status/index.html";
    static final String FRONT = "index.html";

    private SampleSite() {}

    static Map<String, byte[]> files() {
        JteTheme theme = new JteTheme();
        Map<String, byte[]> files = new TreeMap<>(theme.assets());
        put(files, RUNBOOK, theme.runbook(SampleViews.runbook(Language.JA)));
        put(files, RUNBOOK_EN, theme.runbook(SampleViews.runbook(Language.EN)));
        put(files, UNTRANSLATED, theme.runbook(SampleViews.untranslated()));
        put(files, FRONT, theme.section(SampleViews.front(Language.JA)));
        put(files, "en/index.html", theme.section(SampleViews.front(Language.EN)));
        put(files, VERIFIED, theme.runbook(SampleProofs.runbook(Language.JA)));
        put(files, VERIFIED_EN, theme.runbook(SampleProofs.runbook(Language.EN)));
        put(files, STATUS, theme.status(SampleProofs.status(Language.JA)));
        put(files, "en/" + STATUS, theme.status(SampleProofs.status(Language.EN)));
        put(files, "verified-front.html", theme.section(SampleProofs.front(Language.JA)));
        put(files, "folders.html", theme.runbook(SampleViews.prose()));
        put(files, "404.html", theme.notFound(SampleViews.notFound(Language.JA)));
        // Each page asks for it; reading without a network is tried on a whole site.
        put(files, "sw.js", "// keeps nothing\n");
        return files;
    }

    static void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static void put(Map<String, byte[]> files, String path, String html) {
        files.put(path, html.getBytes(StandardCharsets.UTF_8));
    }
}
