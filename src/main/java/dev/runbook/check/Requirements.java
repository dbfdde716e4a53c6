package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Suggestions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which runbook must have been carried out before which. May be used by several threads at once. */
final class Requirements {
    private final Handbook handbook;
    private Map<String, List<RunbookId>> byName = Map.of();
    private Optional<Set<RunbookId>> unfulfillable = Optional.empty();

    Requirements(Handbook handbook) {
        this.handbook = handbook;
    }

    void check(Page page, Findings findings) {
        boolean leadsOn = false;
        for (Located<String> required : page.original().frontMatter().requires()) {
            List<RunbookId> meant = find(required.value());
            if (meant.isEmpty()) {
                unknown(required, findings);
            } else if (meant.size() > 1) {
                String all = meant.stream().map(RunbookId::path).collect(Collectors.joining(", "));
                findings.add(CheckCode.AMBIGUOUS_REQUIRES, required.span(), required.value(), all);
            } else if (meant.get(0).equals(page.id())) {
                findings.add(CheckCode.REQUIRES_ITSELF, required.span(), required.value());
            } else {
                leadsOn = true;
            }
        }
        if (leadsOn && unfulfillable().contains(page.id())) {
            cycle(page, findings);
        }
    }

    private void unknown(Located<String> required, Findings findings) {
        String words = required.value();
        List<String> names = new ArrayList<>();
        for (RunbookId id : handbook.pages().keySet()) {
            names.add(words.contains("/") ? id.path() : id.name());
        }
        Optional<String> near = Suggestions.closest(words, new LinkedHashSet<>(names));
        if (near.isPresent()) {
            findings.add(CheckCode.MISSPELT_REQUIRES, required.span(), words, near.get());
        } else {
            findings.add(CheckCode.UNKNOWN_REQUIRES, required.span(), words);
        }
    }

    /** The shortest way back to the page, said once: at its first member. */
    private void cycle(Page page, Findings findings) {
        Map<RunbookId, RunbookId> reachedFrom = new LinkedHashMap<>();
        Deque<RunbookId> next = new ArrayDeque<>(List.of(page.id()));
        Set<RunbookId> seen = new HashSet<>();
        while (!next.isEmpty()) {
            RunbookId id = next.removeFirst();
            for (RunbookId required : required(id)) {
                if (required.equals(page.id()) && !id.equals(page.id())) {
                    report(page, id, reachedFrom, findings);
                    return;
                }
                if (unfulfillable().contains(required) && seen.add(required)) {
                    reachedFrom.put(required, id);
                    next.addLast(required);
                }
            }
        }
    }

    private void report(Page page, RunbookId last, Map<RunbookId, RunbookId> reachedFrom, Findings findings) {
        Deque<RunbookId> way = new ArrayDeque<>();
        for (RunbookId id = last; id != null && !id.equals(page.id()); id = reachedFrom.get(id)) {
            way.addFirst(id);
        }
        RunbookId first = way.getFirst();
        if (way.stream().anyMatch(id -> id.compareTo(page.id()) < 0)) {
            return;
        }
        way.addFirst(page.id());
        way.addLast(page.id());
        String cycle = way.stream().map(RunbookId::path).collect(Collectors.joining(" → "));
        page.original().frontMatter().requires().stream()
                .filter(r -> find(r.value()).contains(first))
                .findFirst()
                .ifPresent(r -> findings.add(CheckCode.REQUIRES_CYCLE, r.span(), cycle));
    }

    /**
     * The pages that lead into a cycle: all that are left when, again and again, those that require nothing that is left
     * are taken away. Without this, looking for the way back from each page would take quadratic time.
     */
    private synchronized Set<RunbookId> unfulfillable() {
        if (unfulfillable.isEmpty()) {
            Map<RunbookId, Integer> open = new HashMap<>();
            Map<RunbookId, List<RunbookId>> requiredBy = new HashMap<>();
            Deque<RunbookId> fulfilled = new ArrayDeque<>();
            for (RunbookId id : handbook.pages().keySet()) {
                Set<RunbookId> required = new HashSet<>(required(id));
                required.forEach(r ->
                        requiredBy.computeIfAbsent(r, key -> new ArrayList<>(1)).add(id));
                open.put(id, required.size());
                if (required.isEmpty()) {
                    fulfilled.add(id);
                }
            }
            while (!fulfilled.isEmpty()) {
                RunbookId id = fulfilled.removeFirst();
                open.remove(id);
                for (RunbookId waiting : requiredBy.getOrDefault(id, List.of())) {
                    if (open.merge(waiting, -1, Integer::sum) == 0) {
                        fulfilled.add(waiting);
                    }
                }
            }
            unfulfillable = Optional.of(Set.copyOf(open.keySet()));
        }
        return unfulfillable.get();
    }

    /** What a page requires, as far as that is clear. */
    private List<RunbookId> required(RunbookId id) {
        List<RunbookId> required = new ArrayList<>();
        handbook.page(id).ifPresent(page -> {
            for (Located<String> words : page.original().frontMatter().requires()) {
                List<RunbookId> meant = find(words.value());
                if (meant.size() == 1) {
                    required.add(meant.get(0));
                }
            }
        });
        return required;
    }

    /** As {@link Handbook#find}, without going through all pages each time. */
    private List<RunbookId> find(String words) {
        RunbookId exact = new RunbookId(words);
        if (handbook.page(exact).isPresent()) {
            return List.of(exact);
        }
        if (words.contains("/") || words.endsWith(".md")) {
            return handbook.find(words).stream().map(Page::id).toList();
        }
        return byName().getOrDefault(words, List.of());
    }

    private synchronized Map<String, List<RunbookId>> byName() {
        if (byName.isEmpty()) {
            Map<String, List<RunbookId>> names = new HashMap<>();
            for (RunbookId id : handbook.pages().keySet()) {
                names.computeIfAbsent(id.name(), key -> new ArrayList<>(1)).add(id);
            }
            byName = names;
        }
        return byName;
    }
}
