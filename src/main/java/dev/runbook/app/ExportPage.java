package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.ContentTypes;
import dev.runbook.site.Site;
import dev.runbook.site.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Writes one page as a file that needs no other: to be carried on a stick, sent, printed, and read when everything else is
 * down.
 */
public final class ExportPage {
    private final Theme theme;

    public ExportPage(Theme theme) {
        this.theme = theme;
    }

    /**
     * Writes a file for each language that the page is written in: {@code NAME.html}, {@code NAME.en.html}.
     *
     * @param folder the handbook's
     * @param out the folder to write to; other files in it are left alone
     * @return the files
     * @throws IOException where a picture cannot be read or a file cannot be written
     */
    public List<Path> export(Handbook handbook, Path folder, Page page, Optional<HandbookStatus> status, Path out)
            throws IOException {
        Site site = new Site(handbook, theme, GitHistory.lastChanges(folder), status);
        List<Path> files = new ArrayList<>();
        for (Language language : handbook.config().languages()) {
            if (page.in(language).isPresent()) {
                String html = site.renderAlone(page.id(), language, path -> data(handbook, folder, path))
                        .orElseThrow();
                Path file = out.resolve(name(page.id()) + end(language, handbook) + ".html");
                WriteFile.whole(file, html);
                files.add(file);
            }
        }
        return files;
    }

    /** A front page is called after its folder. */
    private static String name(RunbookId id) {
        if (!id.isIndex() || id.folder().isEmpty()) {
            return id.name();
        }
        return id.folder().substring(id.folder().lastIndexOf('/') + 1);
    }

    private static String end(Language language, Handbook handbook) {
        return language == handbook.config().primary() ? "" : "." + language.code();
    }

    private static Optional<String> data(Handbook handbook, Path folder, String path) {
        if (!handbook.assets().contains(path)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            String type = ContentTypes.of(path);
            return Optional.of("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
