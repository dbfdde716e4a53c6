package dev.runbook.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A folder of runbooks, read.
 *
 * @param name the folder's name: the title where none is configured
 * @param pages by id
 * @param assets other files that pages may link to (pictures …): paths relative to the folder, with {@code /}
 * @param environments the names of the folders under {@code environments/}
 */
public record Handbook(
        String name,
        HandbookConfig config,
        SortedMap<RunbookId, Page> pages,
        SortedSet<String> assets,
        Set<String> environments) {
    /** The folder inside a handbook's that holds its own theme: no pages. */
    public static final String THEME = "theme";

    public Handbook {
        pages = Collections.unmodifiableSortedMap(pages);
        assets = Collections.unmodifiableSortedSet(assets);
        environments = Set.copyOf(environments);
    }

    /** The same handbook with one page replaced or added. */
    public Handbook with(Page page) {
        TreeMap<RunbookId, Page> changed = new TreeMap<>(pages);
        changed.put(page.id(), page);
        return new Handbook(name, config, changed, assets, environments);
    }

    /** The same handbook without a page. */
    public Handbook without(RunbookId id) {
        TreeMap<RunbookId, Page> changed = new TreeMap<>(pages);
        changed.remove(id);
        return new Handbook(name, config, changed, assets, environments);
    }

    public Optional<Page> page(RunbookId id) {
        return Optional.ofNullable(pages.get(id));
    }

    /**
     * The pages that a person may mean: by id, or by its last part; with or without {@code .md} and a language. More
     * than one where the last part is not unique.
     */
    public List<Page> find(String words) {
        String path = words.replace('\\', '/');
        if (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (path.endsWith(".md")) {
            path = path.substring(0, path.length() - 3);
        }
        for (var language : config.languages()) {
            if (language != config.primary() && path.endsWith("." + language.code())) {
                path = path.substring(0, path.length() - language.code().length() - 1);
            }
        }
        Page exact = pages.get(new RunbookId(path));
        if (exact != null) {
            return List.of(exact);
        }
        String last = path;
        return pages.values().stream().filter(p -> p.id().name().equals(last)).toList();
    }
}
