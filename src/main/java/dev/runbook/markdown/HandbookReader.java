package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a handbook's folder. */
public final class HandbookReader {
    private final Path folder;

    public HandbookReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all files, on all processors. There is always a handbook, made of what could be read.
     *
     * @param progress told of each Markdown file
     */
    public Parsed<Handbook> read(Progress progress) {
        FolderScan scan = FolderScan.of(folder);
        List<Diagnostic> problems = new ArrayList<>(scan.problems());
        HandbookConfig config = config(problems);
        progress.begin(Progress.Phase.READING, scan.pages().size());
        PageLoader loader = new PageLoader(folder, config);
        List<PageFiles> files = pageFiles(scan, config);
        List<PageLoader.Loaded> loaded = Workers.map(files, page -> loader.load(page, progress::advance));
        TreeMap<RunbookId, Page> pages = new TreeMap<>();
        for (PageLoader.Loaded page : loaded) {
            problems.addAll(page.problems());
            page.page().ifPresent(p -> pages.put(p.id(), p));
        }
        addCaseCollisions(pages, problems);
        Handbook handbook = new Handbook(name(), config, pages, scan.assets(), scan.environments());
        return new Parsed<>(handbook, problems);
    }

    /**
     * Reads one page again, original and translations.
     *
     * @return empty if no file of it is left
     */
    public Optional<Parsed<Page>> readPage(RunbookId id, HandbookConfig config) {
        List<PageName> names = new ArrayList<>();
        addIfThere(names, new PageName(id, Optional.empty()), config);
        for (Language language : config.languages()) {
            addIfThere(names, new PageName(id, Optional.of(language)), config);
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        PageFiles files = PageFiles.of(names, config);
        PageLoader.Loaded loaded = Workers.map(
                        List.of(files), page -> new PageLoader(folder, config).load(page, () -> {}))
                .get(0);
        return loaded.page().map(page -> new Parsed<>(page, loaded.problems()));
    }

    /** Which page a path relative to the folder ({@code database/pgbouncer.en.md}) belongs to; empty if to none. */
    public static Optional<RunbookId> idOf(String relativePath, HandbookConfig config) {
        String[] parts = relativePath.replace('\\', '/').split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (FolderScan.isLeftOut(parts[i], i == 0 && parts.length > 1)) {
                return Optional.empty();
            }
        }
        return PageName.of(String.join("/", parts), config).map(PageName::id);
    }

    private void addIfThere(List<PageName> names, PageName name, HandbookConfig config) {
        boolean belongs = idOf(name.path(), config).filter(name.id()::equals).isPresent();
        if (belongs && Files.isRegularFile(folder.resolve(name.path()))) {
            names.add(name);
        }
    }

    private HandbookConfig config(List<Diagnostic> problems) {
        Path path = folder.resolve(FolderScan.CONFIG);
        if (!Files.exists(path)) {
            return HandbookConfig.DEFAULTS;
        }
        TextFile file = TextFile.read(path, FolderScan.CONFIG);
        problems.addAll(file.problems());
        if (!file.problems().isEmpty()) {
            return HandbookConfig.DEFAULTS;
        }
        Parsed<HandbookConfig> config = HandbookConfigReader.read(file.source());
        problems.addAll(config.diagnostics());
        return config.value();
    }

    private static List<PageFiles> pageFiles(FolderScan scan, HandbookConfig config) {
        SortedMap<RunbookId, List<PageName>> byId = new TreeMap<>();
        for (String path : scan.pages()) {
            PageName.of(path, config)
                    .ifPresent(name -> byId.computeIfAbsent(name.id(), id -> new ArrayList<>())
                            .add(name));
        }
        return byId.values().stream().map(names -> PageFiles.of(names, config)).toList();
    }

    /** Where names differ by case or normal form alone, one of two pages is lost on macOS and Windows. */
    private static void addCaseCollisions(SortedMap<RunbookId, Page> pages, List<Diagnostic> problems) {
        Map<String, RunbookId> seen = new HashMap<>();
        for (RunbookId id : pages.keySet()) {
            String folded = Normalizer.normalize(id.path(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            RunbookId other = seen.putIfAbsent(folded, id);
            if (other != null) {
                problems.add(Diagnostic.of(
                        MarkdownCode.CASE_COLLISION,
                        Span.startOf(
                                String.valueOf(pages.get(id).original().source().name())),
                        id,
                        other));
            }
        }
    }

    private String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "handbook" : name.toString();
    }
}
