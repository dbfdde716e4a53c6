package dev.runbook.site.audit;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Audits a site while it is built: each page as it is rendered, by several threads at once, then what only all pages
 * together tell. Of a page no more is kept than its ids and the links that lead to places on other pages.
 */
public final class SiteAudit {
    /** So many problems of one page are told; the rest is more of the same. */
    private static final int TOLD_PER_PAGE = 20;

    /** A link to a place on another page, which may not have been rendered yet. */
    private record Anchor(String page, String target, String id) {}

    private final Predicate<String> exists;
    private final Function<String, Optional<String>> source;
    private final String basePath;
    private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();
    /** Links that lead to a file as a whole, by the folder of the pages that have them. */
    private final Map<String, Set<String>> sound = new ConcurrentHashMap<>();

    private final Queue<Anchor> anchors = new ConcurrentLinkedQueue<>();
    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();

    /**
     * @param exists whether the site has a file at a path from its root
     * @param source the source file of a page, for those who are to mend it
     * @param basePath the path of the site's address, with a last {@code /}: links that begin with it lead into the site;
     *     empty where the address is unknown
     */
    public SiteAudit(Predicate<String> exists, Function<String, Optional<String>> source, String basePath) {
        this.exists = exists;
        this.source = source;
        this.basePath = basePath;
    }

    /** Audits a page. */
    public void page(String path, String html) {
        PageAudit audit = PageAudit.of(path, html);
        ids.put(path, Set.copyOf(audit.ids()));
        int told = 0;
        for (PageAudit.Problem problem : audit.problems()) {
            if (told++ < TOLD_PER_PAGE) {
                report(path, problem.code(), problem.what());
            }
        }
        // Most links of a page are those of the navigation, which its neighbours have, too.
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Set<String> known = sound.computeIfAbsent(folder, key -> ConcurrentHashMap.newKeySet());
        for (String link : audit.links()) {
            if (!known.contains(link)) {
                link(path, link, known);
            }
        }
    }

    private void link(String page, String link, Set<String> known) {
        Optional<SiteLink> resolved = SiteLink.resolve(page, link, basePath);
        if (resolved.isEmpty()) {
            report(page, AuditDiagnostic.DEAD_LINK, link);
            return;
        }
        SiteLink target = resolved.get();
        if (!exists.test(target.path())) {
            report(page, AuditDiagnostic.DEAD_LINK, link);
        } else if (!target.fragment().isEmpty()) {
            anchors.add(new Anchor(page, target.path(), target.fragment()));
        } else if (!link.isEmpty() && link.charAt(0) != '?') {
            known.add(link);
        }
    }

    /** All that was found, once all pages were audited. */
    public List<Diagnostic> finish() {
        for (Anchor anchor : anchors) {
            Set<String> there = ids.get(anchor.target());
            if (there != null && !there.contains(anchor.id())) {
                report(anchor.page(), AuditDiagnostic.DEAD_ANCHOR, anchor.target() + "#" + anchor.id());
            }
        }
        anchors.clear();
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Diagnostic.ORDER.thenComparing(d -> d.arguments().toString()));
        return sorted;
    }

    private void report(String page, AuditDiagnostic code, String what) {
        found.add(Diagnostic.of(code, Span.startOf(source.apply(page).orElse(page)), page, what));
    }
}
