package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.site.Node.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts a handbook's pages in order. */
final class StructureBuilder {
    private static final String INDEX = "index";

    /** By path, a folder's front page before what is in the folder. */
    private static final Comparator<RunbookId> READING_ORDER = Comparator.comparing(StructureBuilder::sortKey);

    private final Handbook handbook;
    private final HandbookConfig config;
    private final SitePaths paths;
    private final Map<String, List<Page>> byFolder = new TreeMap<>();

    StructureBuilder(Handbook handbook, SitePaths paths) {
        this.handbook = handbook;
        this.config = handbook.config();
        this.paths = paths;
    }

    Structure build() {
        for (Page page : handbook.pages().values()) {
            byFolder.computeIfAbsent(topFolder(page.id()), key -> new ArrayList<>())
                    .add(page);
        }
        List<SectionNodes> sections = new ArrayList<>();
        sections.add(section("", 0));
        for (String folder : folders()) {
            sections.add(section(folder, sections.size()));
        }
        List<Node> order = new ArrayList<>();
        for (SectionNodes section : sections) {
            order.add(section.index());
            order.addAll(section.pages());
        }
        TagCollector tags = new TagCollector(order);
        return new Structure(sections, order, tags.tags(), tags.byName());
    }

    /** A handbook's title in a language. */
    static String siteTitle(Handbook handbook, Language language) {
        Map<Language, String> titles = handbook.config().title();
        String title = titles.get(language);
        if (title == null) {
            title = titles.get(handbook.config().primary());
        }
        return title != null ? title : humanised(handbook.name());
    }

    private static String topFolder(RunbookId id) {
        int slash = id.path().indexOf('/');
        return slash < 0 ? "" : id.path().substring(0, slash);
    }

    private static String sortKey(RunbookId id) {
        return id.isIndex() ? id.path().substring(0, id.path().length() - INDEX.length()) : id.path();
    }

    /** The configured sections, then all others by name. */
    private List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (Located<String> configured : config.sections()) {
            if (byFolder.containsKey(configured.value()) && !folders.contains(configured.value())) {
                folders.add(configured.value());
            }
        }
        for (String folder : byFolder.keySet()) {
            if (!folder.isEmpty() && !folders.contains(folder)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    private SectionNodes section(String folder, int number) {
        RunbookId indexId = new RunbookId(folder.isEmpty() ? INDEX : folder + "/" + INDEX);
        List<Page> pages = new ArrayList<>(byFolder.getOrDefault(folder, List.of()));
        pages.sort(Comparator.comparing(Page::id, READING_ORDER));
        Kind kind = folder.isEmpty() ? Kind.FRONT : Kind.FOLDER;
        Node index = node(indexId, kind, handbook.page(indexId), number);
        List<Node> others = pages.stream()
                .filter(p -> !p.id().equals(indexId))
                .map(p -> node(p.id(), p.id().isIndex() ? Kind.FOLDER : Kind.RUNBOOK, Optional.of(p), number))
                .toList();
        return new SectionNodes(folder, index, others);
    }

    private Node node(RunbookId id, Kind kind, Optional<Page> page, int section) {
        Map<Language, String> encoded = byLanguage(l -> SitePaths.encode(paths.page(id, l)));
        return new Node(
                id,
                kind,
                page,
                section,
                byLanguage(l -> title(id, page, l)),
                byLanguage(l -> paths.page(id, l)),
                encoded);
    }

    private Map<Language, String> byLanguage(Function<Language, String> value) {
        Map<Language, String> values = new EnumMap<>(Language.class);
        for (Language language : config.languages()) {
            values.put(language, value.apply(language));
        }
        return values;
    }

    /** A front page that gives itself no title has its folder's name, not the file's. */
    private String title(RunbookId id, Optional<Page> page, Language language) {
        String written =
                page.map(p -> p.in(language).orElse(p.original()).title()).orElse(INDEX);
        if (!id.isIndex() || !written.equals(INDEX)) {
            return written;
        }
        if (id.folder().isEmpty()) {
            return siteTitle(handbook, language);
        }
        return humanised(id.folder().substring(id.folder().lastIndexOf('/') + 1));
    }

    /** {@code database-backup} as {@code Database backup}. */
    static String humanised(String name) {
        String words = name.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
