package dev.runbook.site;

import dev.runbook.check.Resolved;
import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Html;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.picture.Drawing;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.search.SearchIndex;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A handbook as a site: which pages there are, and each page's HTML on request. Making one takes time linear in the
 * number of pages and renders none; the builder writes all of them, a server only those that are asked for, and both get
 * the same bytes. Immutable; may be used by several threads at once.
 */
public final class Site {
    /**
     * A page that can be rendered.
     *
     * @param source the file that a person would edit; empty where there is none
     */
    private record Entry(Place place, Optional<String> source, Function<Place, String> renderer) {}

    private final SiteContext site;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Pictures pictures;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Lazy<SearchIndex> search;
    private final Lazy<SortedMap<String, byte[]>> searchFiles;

    /** A site without results of a verification: it says nothing of any. */
    public Site(Handbook handbook, Theme theme, Map<String, LocalDate> lastChanges) {
        this(handbook, theme, lastChanges, Optional.empty());
    }

    /**
     * A site.
     *
     * @param lastChanges when source files were last changed, by their path in the handbook; as far as that is known
     * @param status what verification says of the handbook as it is; empty where there are no results
     */
    public Site(Handbook handbook, Theme theme, Map<String, LocalDate> lastChanges, Optional<HandbookStatus> status) {
        this.site = SiteContext.of(handbook, theme, lastChanges, status);
        this.pictures = new Pictures(site);
        this.search = new Lazy<>(() ->
                SearchIndex.of(new SearchPages(site).all(), handbook.config().synonyms()));
        this.searchFiles = new Lazy<>(() -> search.get().files());
        files.putAll(theme.assets());
        files.putAll(new SiteFiles(site).all());
        addPages();
        checkPlaces();
    }

    private void addPages() {
        Frames frames = new Frames(site, pictures);
        RunbookPages runbooks = new RunbookPages(site, frames);
        ListPages lists = new ListPages(site, frames);
        StatusPages statuses = new StatusPages(site, frames);
        Language primary = site.config().primary();
        add(primary, SitePaths.NOT_FOUND, Optional.empty(), p -> site.theme().notFound(frames.notFound()));
        for (Language language : site.config().languages()) {
            String offline = site.paths().offline(language);
            add(language, offline, Optional.empty(), p -> site.theme().offline(frames.offline(p)));
            if (!site.structure().tags().isEmpty()) {
                add(language, site.paths().tags(language), Optional.empty(), lists::tags);
            }
            for (Tag tag : site.structure().tags()) {
                add(language, site.paths().tag(tag.slug(), language), Optional.empty(), p -> lists.tag(tag, p));
            }
            if (site.status().isPresent()) {
                add(language, site.paths().status(language), Optional.empty(), statuses::render);
            }
            for (Node node : site.structure().order()) {
                Optional<Page> page = node.page();
                Optional<String> source = page.map(
                        p -> p.in(language).orElse(p.original()).source().name());
                boolean runbook = node.kind() == Node.Kind.RUNBOOK && page.isPresent();
                Function<Place, String> renderer =
                        runbook ? p -> runbooks.render(node, page.orElseThrow(), p) : p -> lists.render(node, p);
                add(language, node.path(language), source, renderer);
            }
        }
    }

    private void add(Language language, String path, Optional<String> source, Function<Place, String> renderer) {
        Entry entry = new Entry(Place.of(language, path), source, renderer);
        if (files.containsKey(path) || entries.putIfAbsent(path, entry) != null) {
            taken(path, source);
        }
    }

    /** A front page that nobody wrote has its place because of the pages in its folder. */
    private void taken(String path, Optional<String> source) {
        String folder = path.substring(0, path.indexOf('/') + 1);
        String cause = source.or(() -> site.structure().order().stream()
                        .flatMap(n -> n.page().stream())
                        .map(p -> p.original().source().name())
                        .filter(name -> name.startsWith(folder))
                        .findFirst())
                .orElse(path);
        diagnostics.add(Diagnostic.of(SiteDiagnostic.PATH_TAKEN, Span.startOf(cause), path));
    }

    private void checkPlaces() {
        for (String asset : site.handbook().assets()) {
            if (files.containsKey(asset) || entries.containsKey(asset)) {
                diagnostics.add(Diagnostic.of(SiteDiagnostic.PATH_TAKEN, Span.startOf(asset), asset));
            }
        }
    }

    /** What keeps the handbook from being a site: two things at one place. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** The paths of all pages, from the site's root. */
    public Set<String> pages() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** A page's HTML; empty if there is no such page. */
    public Optional<String> render(String path) {
        return Optional.ofNullable(entries.get(path)).map(e -> e.renderer().apply(e.place()));
    }

    /**
     * A page as a file that needs no other; empty if there is no such page.
     *
     * @param inside a file of the handbook as a {@code data:} address, by its path; empty where there is no such file
     */
    public Optional<String> renderAlone(RunbookId id, Language language, Function<String, Optional<String>> inside) {
        Optional<Page> page = site.handbook().page(id);
        return site.structure()
                .node(id)
                .flatMap(node -> page.map(p -> {
                    Place place = Place.of(language, node.path(language));
                    RunbookPages pages = new RunbookPages(site, new Frames(site, pictures));
                    String html = site.theme().lone(pages.view(node, p, place).alone());
                    return new LonePage(site, place, inside).of(html);
                }));
    }

    /** The source file that a page is made from, relative to the handbook's folder; empty where there is none. */
    public Optional<String> source(String path) {
        return Optional.ofNullable(entries.get(path)).flatMap(Entry::source);
    }

    /** The pages that a runbook has, one in each language. */
    public List<String> pagesOf(RunbookId id) {
        return site.config().languages().stream()
                .map(l -> site.paths().page(id, l))
                .filter(entries::containsKey)
                .toList();
    }

    /** The path of the site's address, with a last {@code /}; empty where the address is unknown. */
    public String basePath() {
        return site.config().baseUrl().map(Frames::pathOf).orElse("");
    }

    /** All files that are no pages and come from no asset: styles, scripts, sitemap. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Pictures that stand for pages where they are linked to, by path; each is drawn when it is asked for. */
    public Map<String, Supplier<Drawing>> pictures() {
        return pictures.all();
    }

    /** What the search finds. It is made when it is first asked for: a page that was edited is shown without it. */
    public SearchIndex search() {
        return search.get();
    }

    /** The files that hold the search's index, by path from the site's root; made like {@link #search}. */
    public SortedMap<String, byte[]> searchFiles() {
        return Collections.unmodifiableSortedMap(searchFiles.get());
    }

    /** Whether a path is kept free for {@link #searchFiles}. */
    public static boolean isSearchFile(String path) {
        return path.startsWith(SearchIndex.FOLDER);
    }

    /**
     * The handbook's other files that a page links to or shows. Only these are published: what happens to lie in the
     * folder may not be meant for all.
     */
    public Set<String> linkedAssets() {
        Set<String> linked = new TreeSet<>();
        for (Page page : site.handbook().pages().values()) {
            Stream.concat(Stream.of(page.original()), page.translations().values().stream())
                    .forEach(r -> targets(r).forEach(t -> asset(r, t).ifPresent(linked::add)));
        }
        return Collections.unmodifiableSet(linked);
    }

    private static Stream<Html.Target> targets(Runbook runbook) {
        return runbook.sections().stream().flatMap(Site::targets);
    }

    private static Stream<Html.Target> targets(Section section) {
        Stream<Html> prose =
                section.blocks().stream().filter(Prose.class::isInstance).map(b -> ((Prose) b).html());
        return Stream.concat(Stream.of(section.titleHtml()), prose).flatMap(h -> h.targets().stream());
    }

    private Optional<String> asset(Runbook from, Html.Target target) {
        Resolved resolved = site.links().resolve(from, target.destination());
        return resolved instanceof Resolved.ToAsset asset ? Optional.of(asset.path()) : Optional.empty();
    }
}
