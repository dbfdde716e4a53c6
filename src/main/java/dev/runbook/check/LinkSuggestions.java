package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Guesses what a link that leads nowhere was meant to lead to. May be used by several threads at once. */
final class LinkSuggestions {
    /** So many files of one name are compared: {@code index.md} may be there a thousand times. */
    private static final int MAX_SAME_NAME = 50;

    private final Handbook handbook;
    private Map<String, List<String>> byName = Map.of();
    private NearNames names = new NearNames(List.of());

    LinkSuggestions(Handbook handbook) {
        this.handbook = handbook;
    }

    /** The file nearest to a path, both relative to the handbook's folder. */
    Optional<String> near(String path) {
        prepare();
        String wanted = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<String> found = sameOrNear(wanted);
        if (found.isEmpty() && wanted.endsWith(".html")) {
            found = sameOrNear(wanted.substring(0, wanted.length() - ".html".length()) + ".md");
        }
        return found.isPresent() || wanted.endsWith(".md") ? found : sameOrNear(wanted + ".md");
    }

    private Optional<String> sameOrNear(String path) {
        String name = nameOf(path);
        List<String> files = byName.get(name);
        if (files == null) {
            files = names.nearest(name).map(byName::get).orElse(List.of());
        }
        return files.stream()
                .limit(MAX_SAME_NAME)
                .min(Comparator.<String>comparingInt(f -> Suggestions.distance(f, path))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Done when the first link is broken. */
    private synchronized void prepare() {
        if (!byName.isEmpty()) {
            return;
        }
        Map<String, List<String>> files = new HashMap<>();
        for (Page page : handbook.pages().values()) {
            add(files, page.original().source().name());
        }
        handbook.assets().forEach(asset -> add(files, asset));
        names = new NearNames(files.keySet());
        byName = files;
    }

    private static void add(Map<String, List<String>> files, String path) {
        files.computeIfAbsent(nameOf(path), key -> new ArrayList<>(1)).add(path);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
