package dev.runbook.app;

import dev.runbook.model.Handbook;
import dev.runbook.picture.Drawing;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.DiskTree;
import dev.runbook.site.OutputException;
import dev.runbook.site.OutputTree;
import dev.runbook.site.Site;
import dev.runbook.site.SiteDiagnostic;
import dev.runbook.site.Theme;
import dev.runbook.site.ThemeException;
import dev.runbook.site.audit.SiteAudit;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads a handbook, checks it, renders and audits every page, and puts the site in its place. Where anything has an
 * error, the site that was there before stays as it is.
 */
public final class BuildSite {
    private final Parsed<Theme> theme;
    private final Function<Handbook, Optional<HandbookStatus>> verification;

    /** Builds sites that say nothing of any verification. */
    public BuildSite(Theme theme) {
        this(new Parsed<>(theme, List.of()), handbook -> Optional.empty());
    }

    /**
     * Builds sites.
     *
     * @param theme with an error in it nothing is built
     * @param verification what there is to say of a handbook's verification; see {@link JudgeResults}
     */
    public BuildSite(Parsed<Theme> theme, Function<Handbook, Optional<HandbookStatus>> verification) {
        this.theme = theme;
        this.verification = verification;
    }

    /**
     * What came of it.
     *
     * @param diagnostics of all stages that were reached, in order
     * @param handbook what was read, with the sources that the diagnostics mean
     * @param written whether the site is in its place
     * @param pages how many pages were rendered
     * @param assets how many pictures and other files were copied
     */
    public record BuildResult(List<Diagnostic> diagnostics, Handbook handbook, boolean written, int pages, int assets) {
        public BuildResult {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Builds the site of the handbook in {@code folder} at {@code out}. */
    public BuildResult build(Path folder, Path out, Progress progress) {
        CompletableFuture<Map<String, LocalDate>> history =
                CompletableFuture.supplyAsync(() -> GitHistory.lastChanges(folder), task -> {
                    Thread thread = new Thread(task, "git-history");
                    thread.setDaemon(true);
                    thread.start();
                });
        Parsed<Handbook> checked = CheckHandbook.check(folder, progress);
        Handbook handbook = checked.value();
        List<Diagnostic> diagnostics = new ArrayList<>(checked.diagnostics());
        diagnostics.addAll(theme.diagnostics());
        if (hasErrors(diagnostics)) {
            return failed(diagnostics, handbook);
        }
        Site site = new Site(handbook, theme.value(), history.join(), verification.apply(handbook));
        diagnostics.addAll(site.diagnostics());
        if (hasErrors(diagnostics)) {
            return failed(diagnostics, handbook);
        }
        try (OutputTree tree = DiskTree.open(out, folder)) {
            return write(new Writing(site, tree, folder, progress), handbook, diagnostics);
        } catch (OutputException e) {
            diagnostics.add(e.diagnostic());
        } catch (IOException | UncheckedIOException e) {
            diagnostics.add(Diagnostic.of(SiteDiagnostic.WRITE_FAILED, Span.startOf(out.toString()), reason(e)));
        }
        return failed(diagnostics, handbook);
    }

    private static BuildResult write(Writing writing, Handbook handbook, List<Diagnostic> diagnostics)
            throws IOException {
        diagnostics.addAll(writing.run());
        if (hasErrors(diagnostics)) {
            return failed(diagnostics, handbook);
        }
        writing.tree().commit();
        diagnostics.sort(Diagnostic.ORDER);
        return new BuildResult(
                diagnostics,
                handbook,
                true,
                writing.site().pages().size(),
                writing.assets().size());
    }

    private static BuildResult failed(List<Diagnostic> diagnostics, Handbook handbook) {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Diagnostic.ORDER);
        return new BuildResult(sorted, handbook, false, 0, 0);
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** What the system says: the class's name tells more than a message that is only a path. */
    private static String reason(Exception e) {
        return e instanceof UncheckedIOException unchecked ? String.valueOf(unchecked.getCause()) : e.toString();
    }

    /** All of a site, rendered, audited and written side by side; no page is kept. */
    private record Writing(Site site, OutputTree tree, Path folder, Set<String> assets, Progress progress) {
        Writing(Site site, OutputTree tree, Path folder, Progress progress) {
            this(site, tree, folder, site.linkedAssets(), progress);
        }

        /** What the audit and the copying found. */
        List<Diagnostic> run() throws IOException {
            progress.begin(Progress.Phase.RENDERING, site.pages().size());
            SiteAudit audit = new SiteAudit(this::exists, site::source, site.basePath());
            Set<Diagnostic> broken = ConcurrentHashMap.newKeySet();
            site.pages().parallelStream().forEach(path -> page(path, audit, broken));
            if (!broken.isEmpty()) {
                // On how many pages does not matter, and the audit has not seen them.
                return List.of(broken.stream().min(Diagnostic.ORDER).orElseThrow());
            }
            progress.begin(
                    Progress.Phase.WRITING,
                    assets.size()
                            + site.files().size()
                            + site.pictures().size()
                            + site.searchFiles().size());
            writeAll(site.files());
            writeAll(site.searchFiles());
            List<Diagnostic> found = new ArrayList<>(audit.finish());
            boolean complete = site.pictures().entrySet().parallelStream()
                    .map(picture -> draw(picture.getKey(), picture.getValue().get()))
                    .reduce(true, Boolean::logicalAnd);
            if (!complete) {
                found.add(Diagnostic.of(SiteDiagnostic.PICTURE_FONT, Span.startOf("handbook.yml")));
            }
            for (String asset : assets) {
                copy(asset, found);
                progress.advance();
            }
            return found;
        }

        private void writeAll(Map<String, byte[]> files) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(file.getKey(), file.getValue());
                progress.advance();
            }
        }

        private boolean draw(String path, Drawing drawing) {
            write(path, drawing.png());
            progress.advance();
            return drawing.complete();
        }

        private void write(String path, byte[] content) {
            try {
                tree.write(path, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean exists(String path) {
            return site.pages().contains(path) || site.files().containsKey(path) || assets.contains(path);
        }

        private void page(String path, SiteAudit audit, Set<Diagnostic> broken) {
            String html;
            try {
                html = site.render(path).orElseThrow();
            } catch (ThemeException e) {
                broken.add(e.diagnostic());
                return;
            }
            audit.page(path, html);
            write(path, html.getBytes(StandardCharsets.UTF_8));
            progress.advance();
        }

        private void copy(String asset, List<Diagnostic> found) {
            try {
                tree.copy(asset, folder.resolve(asset));
            } catch (IOException e) {
                found.add(Diagnostic.of(SiteDiagnostic.ASSET_UNREADABLE, Span.startOf(asset), e.toString()));
            }
        }
    }
}
