package dev.runbook.check;

import dev.runbook.check.Resolved.Broken;
import dev.runbook.check.Resolved.Reason;
import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a link's destination means. Links are written as they work among the source files: relative to the file,
 * with {@code .md}, to any language's version of a page. Making one costs nothing, a link a few map look-ups; may be used
 * by several threads at once.
 */
public final class LinkResolver {
    private static final String MD = ".md";

    private final Handbook handbook;
    private final Map<String, Set<String>> anchors = new ConcurrentHashMap<>();
    private Set<String> foldedPaths = Set.of();

    public LinkResolver(Handbook handbook) {
        this.handbook = handbook;
    }

    /**
     * Where a link leads.
     *
     * @param from the page and language that the link stands on
     * @param destination as written, percent-encoded
     */
    public Resolved resolve(Runbook from, String destination) {
        if (destination.isEmpty()) {
            return new Broken(Reason.EMPTY, "", "");
        }
        if (Destinations.isExternal(destination)) {
            return new Resolved.External(destination);
        }
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : Destinations.decode(destination.substring(hash + 1));
        String path = hash < 0 ? destination : destination.substring(0, hash);
        int query = path.indexOf('?');
        if (query >= 0) {
            path = path.substring(0, query);
        }
        if (path.isEmpty()) {
            return onSamePage(from, fragment);
        }
        if (path.charAt(0) == '/') {
            return new Broken(Reason.ABSOLUTE, destination, fragment);
        }
        return Destinations.join(from.id().folder(), Destinations.decode(path))
                .map(joined -> inHandbook(from, joined, fragment))
                .orElseGet(() -> new Broken(Reason.OUTSIDE, destination, fragment));
    }

    /** The ids that a link may lead to on a page as it is shown in a language. */
    Set<String> anchors(Page page, Language language) {
        return anchors.computeIfAbsent(language.code() + ":" + page.id().path(), key -> Anchors.of(page, language));
    }

    private Resolved onSamePage(Runbook from, String fragment) {
        if (fragment.isEmpty() || fragment.equals("top")) {
            return new Resolved.Anchor("");
        }
        Set<String> known =
                handbook.page(from.id()).map(p -> anchors(p, from.language())).orElse(Set.of());
        return known.contains(fragment)
                ? new Resolved.Anchor(fragment)
                : new Broken(Reason.NO_ANCHOR_HERE, "", fragment);
    }

    private Resolved inHandbook(Runbook from, String path, String fragment) {
        Optional<Page> page = path.endsWith(MD) ? page(path) : Optional.empty();
        if (page.isPresent()) {
            return toPage(from, page.get(), path, fragment);
        }
        if (handbook.assets().contains(path)) {
            return new Resolved.ToAsset(path);
        }
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<Page> index = handbook.page(new RunbookId(folder.isEmpty() ? "index" : folder + "/index"));
        if (index.isPresent()) {
            return toPage(from, index.get(), path, fragment);
        }
        return new Broken(isFolder(folder) ? Reason.NO_INDEX : missing(path), path, fragment);
    }

    private Resolved toPage(Runbook from, Page page, String path, String fragment) {
        if (fragment.isEmpty() || fragment.equals("top")) {
            return new Resolved.ToPage(page.id(), Optional.empty());
        }
        return anchors(page, from.language()).contains(fragment)
                ? new Resolved.ToPage(page.id(), Optional.of(fragment))
                : new Broken(Reason.NO_ANCHOR, path, fragment);
    }

    /** The page that a source file belongs to. */
    private Optional<Page> page(String file) {
        String path = file.substring(0, file.length() - MD.length());
        Optional<Page> page = handbook.page(new RunbookId(path)).filter(p -> consistsOf(p, file));
        for (Language language : Language.values()) {
            String suffix = "." + language.code();
            if (page.isEmpty() && path.endsWith(suffix)) {
                page = handbook.page(new RunbookId(path.substring(0, path.length() - suffix.length())))
                        .filter(p -> consistsOf(p, file));
            }
        }
        return page;
    }

    private static boolean consistsOf(Page page, String file) {
        return sources(page).anyMatch(file::equals);
    }

    private boolean isFolder(String folder) {
        if (folder.isEmpty()) {
            return true;
        }
        String start = folder + "/";
        var pages = handbook.pages().tailMap(new RunbookId(start));
        return !pages.isEmpty() && pages.firstKey().path().startsWith(start);
    }

    private Reason missing(String path) {
        return foldedPaths().contains(fold(path)) ? Reason.CASE : Reason.MISSING;
    }

    /** Made when the first link is broken: a handbook without one need not pay for it. */
    private synchronized Set<String> foldedPaths() {
        if (foldedPaths.isEmpty()) {
            foldedPaths = Stream.concat(
                            handbook.assets().stream(),
                            handbook.pages().values().stream().flatMap(LinkResolver::sources))
                    .map(LinkResolver::fold)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return foldedPaths;
    }

    private static Stream<String> sources(Page page) {
        return Stream.concat(Stream.of(page.original()), page.translations().values().stream())
                .map(r -> r.source().name());
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
