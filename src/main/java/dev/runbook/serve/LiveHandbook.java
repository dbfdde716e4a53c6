package dev.runbook.serve;

import dev.runbook.check.Checker;
import dev.runbook.i18n.Language;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Environment;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.RunbookStatus;
import dev.runbook.site.Site;
import dev.runbook.site.Theme;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The handbook as it is now. An edit that a page's parser refuses leaves the last good page in place and is remembered as
 * broken until the page is mended.
 *
 * <p>Readers take a {@link State}, which never changes; only the watcher's thread makes a new one.
 */
final class LiveHandbook {
    private final Path folder;
    private final HandbookReader reader;
    private final Function<Path, Parsed<Theme>> themes;
    private final Map<String, LocalDate> lastChanges;
    private final Function<Handbook, Optional<HandbookStatus>> verification;
    private volatile State state;

    /**
     * What is served.
     *
     * @param theme the last one without an error
     * @param status what verification says of it
     * @param found what the parser said of each file, by file
     * @param refused the texts of pages whose last edit was refused, by file
     */
    record State(
            Handbook handbook,
            Theme theme,
            Site site,
            Optional<HandbookStatus> status,
            Map<String, List<Diagnostic>> found,
            Map<RunbookId, Page> refused,
            Map<String, SourceFile> sources) {}

    /**
     * What an edit did.
     *
     * @param pages the pages that show something else now; {@code null}: any may
     * @param touched the pages that were edited; none where the whole handbook was read again
     */
    record Update(@Nullable Set<RunbookId> pages, Set<RunbookId> touched) {}

    /**
     * Reads the handbook.
     *
     * @param folder its real path
     */
    LiveHandbook(
            Path folder,
            Function<Path, Parsed<Theme>> themes,
            Map<String, LocalDate> lastChanges,
            Function<Handbook, Optional<HandbookStatus>> verification,
            Progress progress) {
        this.folder = folder;
        this.themes = themes;
        this.lastChanges = lastChanges;
        this.verification = verification;
        this.reader = new HandbookReader(folder);
        this.state = readAll(themes.apply(folder), progress);
    }

    State state() {
        return state;
    }

    private State readAll(Parsed<Theme> theme, Progress progress) {
        Parsed<Handbook> parsed = reader.read(progress);
        Optional<HandbookStatus> status = verification.apply(parsed.value());
        List<Diagnostic> found = new ArrayList<>(parsed.diagnostics());
        found.addAll(theme.diagnostics());
        return new State(
                parsed.value(),
                theme.value(),
                new Site(parsed.value(), theme.value(), lastChanges, status),
                status,
                byFile(found),
                Map.of(),
                Map.of());
    }

    private static Map<String, List<Diagnostic>> byFile(List<Diagnostic> diagnostics) {
        return diagnostics.stream().collect(Collectors.groupingBy(d -> d.span().file()));
    }

    /** Takes in what has changed on disk. */
    Update update(Set<String> paths) {
        Handbook handbook = state.handbook();
        Set<RunbookId> ids = new HashSet<>();
        TreeSet<String> assets = new TreeSet<>(handbook.assets());
        for (String path : paths) {
            if (path.equals(FolderWatcher.EVERYTHING)
                    || path.equals("handbook.yml")
                    || path.startsWith(Environment.FOLDERS + "/")
                    || path.startsWith(Handbook.THEME + "/")) {
                return updateAll();
            }
            Optional<RunbookId> id = HandbookReader.idOf(path, handbook.config());
            if (id.isPresent()) {
                ids.add(id.get());
            } else if (file(path).isPresent()) {
                assets.add(path);
            } else {
                assets.remove(path);
            }
        }
        boolean otherAssets = !assets.equals(handbook.assets());
        if (otherAssets) {
            handbook =
                    new Handbook(handbook.name(), handbook.config(), handbook.pages(), assets, handbook.environments());
        }
        boolean anyPage = otherAssets || ids.isEmpty();
        return updatePages(handbook, ids, anyPage);
    }

    private Update updateAll() {
        Parsed<Theme> theme = themes.apply(folder);
        Theme last = theme.hasErrors() ? state.theme() : theme.value();
        state = readAll(new Parsed<>(last, theme.diagnostics()), Progress.NONE);
        return new Update(null, Set.of());
    }

    private Update updatePages(Handbook before, Set<RunbookId> ids, boolean anyPage) {
        State old = state;
        Handbook handbook = before;
        Map<String, List<Diagnostic>> found = new HashMap<>(old.found());
        Map<RunbookId, Page> refused = new HashMap<>(old.refused());
        Map<String, SourceFile> sources = new HashMap<>(old.sources());
        Set<RunbookId> shown = new HashSet<>();
        boolean others = anyPage;
        for (RunbookId id : ids) {
            Optional<Page> last = handbook.page(id);
            last.ifPresent(page -> forget(page, found, sources));
            Optional.ofNullable(refused.remove(id)).ifPresent(page -> forget(page, found, sources));
            Optional<Parsed<Page>> parsed = reader.readPage(id, handbook.config());
            if (parsed.isEmpty()) {
                handbook = handbook.without(id);
                others = true;
                continue;
            }
            Page page = parsed.get().value();
            found.putAll(byFile(parsed.get().diagnostics()));
            if (parsed.get().hasErrors() && last.isPresent()) {
                refused.put(id, page);
                versions(page).forEach(v -> sources.put(v.source().name(), v.source()));
            } else {
                handbook = handbook.with(page);
                shown.add(id);
                others |= last.isEmpty() || !outline(last.get()).equals(outline(page));
            }
        }
        boolean other = others || !shown.isEmpty();
        Optional<HandbookStatus> status = other ? verification.apply(handbook) : old.status();
        // A block that was edited is not verified any more: lists of pages say so too.
        others |= !statuses(old.status(), shown).equals(statuses(status, shown));
        state = new State(
                handbook,
                old.theme(),
                other ? new Site(handbook, old.theme(), lastChanges, status) : old.site(),
                status,
                Map.copyOf(found),
                Map.copyOf(refused),
                Map.copyOf(sources));
        return new Update(others ? null : shown, ids);
    }

    private static List<Optional<RunbookStatus>> statuses(Optional<HandbookStatus> status, Set<RunbookId> ids) {
        return ids.stream().map(id -> status.flatMap(s -> s.of(id))).toList();
    }

    private static void forget(Page page, Map<String, List<Diagnostic>> found, Map<String, SourceFile> sources) {
        for (Runbook version : versions(page)) {
            found.remove(version.source().name());
            sources.remove(version.source().name());
        }
    }

    private static Collection<Runbook> versions(Page page) {
        List<Runbook> versions = new ArrayList<>(page.translations().values());
        versions.add(page.original());
        return versions;
    }

    /** What other pages show of a page: in navigation, cards and lists of tags. */
    private static List<Object> outline(Page page) {
        List<Object> outline = new ArrayList<>();
        for (Language language : Language.values()) {
            page.in(language).ifPresent(version -> {
                outline.add(version.title());
                outline.add(version.frontMatter().description().map(d -> d.value()));
                outline.add(version.frontMatter().tags().stream()
                        .map(t -> t.value())
                        .toList());
                outline.add(version.steps().size());
            });
        }
        return outline;
    }

    /** What there is to say about some pages. */
    List<Diagnostic> diagnostics(Set<RunbookId> ids) {
        return ids.stream()
                .flatMap(id -> diagnostics(id).stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    /** What there is to say about a page: of its last edit where that was refused. */
    List<Diagnostic> diagnostics(RunbookId id) {
        State now = state;
        Page refused = now.refused().get(id);
        Page page = refused != null ? refused : now.handbook().page(id).orElse(null);
        if (page == null) {
            return List.of();
        }
        List<Diagnostic> all = new ArrayList<>();
        for (Runbook version : versions(page)) {
            all.addAll(now.found().getOrDefault(version.source().name(), List.of()));
        }
        if (refused == null) {
            all.addAll(Checker.page(now.handbook(), page));
        }
        return all.stream().sorted(Diagnostic.ORDER).toList();
    }

    /** All there is to say about the handbook as it is now. */
    List<Diagnostic> checkAll() {
        State now = state;
        List<Diagnostic> all = new ArrayList<>(Checker.handbook(now.handbook(), Progress.NONE));
        all.addAll(now.site().diagnostics());
        now.found().values().forEach(all::addAll);
        return all.stream().sorted(Diagnostic.ORDER).toList();
    }

    /** A file of the handbook; empty where it is gone or a link leads out of the folder. */
    Optional<Path> file(String path) {
        try {
            Path real = folder.resolve(path).toRealPath();
            return real.startsWith(folder) && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The text that a diagnostic is about. */
    Optional<SourceFile> source(String file) {
        State now = state;
        SourceFile refused = now.sources().get(file);
        if (refused != null) {
            return Optional.of(refused);
        }
        return HandbookReader.idOf(file, now.handbook().config())
                .flatMap(id -> now.handbook().page(id))
                .flatMap(page -> versions(page).stream()
                        .map(Runbook::source)
                        .filter(source -> source.name().equals(file))
                        .findFirst());
    }
}
