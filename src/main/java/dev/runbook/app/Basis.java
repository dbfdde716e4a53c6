package dev.runbook.app;

import dev.runbook.exec.Digests;
import dev.runbook.exec.container.FolderDigest;
import dev.runbook.model.Environment;
import dev.runbook.model.Handbook;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a runbook's result rests on beside its own steps: its environment's files, the time zone, the defaults of its
 * parameters, and the steps of all that it requires; but no prose. For one state of a handbook.
 */
final class Basis {
    private final Path folder;
    private final Handbook handbook;
    private final Map<String, String> environments = new HashMap<>();

    /** @param folder the handbook's */
    Basis(Path folder, Handbook handbook) {
        this.folder = folder;
        this.handbook = handbook;
    }

    /**
     * As a digest.
     *
     * @param environment its name
     * @throws UncheckedIOException if the environment is not there or cannot be read
     */
    String of(RunbookId id, String environment) {
        List<String> parts = new ArrayList<>(List.of(handbook.config().timezone(), environment(environment)));
        List<RunbookId> chain = new ArrayList<>(chain(id));
        chain.add(id);
        for (RunbookId one : chain) {
            handbook.page(one).map(Page::original).ifPresent(original -> {
                parts.add(one.path());
                for (Parameter parameter : original.frontMatter().params()) {
                    parts.add(parameter.name());
                    parts.add(parameter.defaultValue().orElse(""));
                }
                if (!one.equals(id)) {
                    parts.addAll(steps(original));
                }
            });
        }
        return FolderDigest.ofTexts(parts);
    }

    private static List<String> steps(Runbook original) {
        String user = user(original);
        return original.steps().stream().map(step -> digest(step, user)).toList();
    }

    /** Who runs a runbook's blocks that name nobody, where it is verified. */
    static String user(Runbook original) {
        return original.frontMatter().user().map(Located::value).orElse(Environment.ACCOUNT);
    }

    static String digest(Step step, String usualUser) {
        return Digests.of(step, step.options().user().orElse(usualUser));
    }

    private String environment(String name) {
        return environments.computeIfAbsent(name, n -> {
            try {
                return FolderDigest.of(Environment.folder(folder, n));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** All that must have been carried out before, in order. A circle, which {@code check} reports, is cut. */
    List<RunbookId> chain(RunbookId id) {
        Set<RunbookId> chain = new LinkedHashSet<>();
        require(id, chain, new LinkedHashSet<>(Set.of(id)));
        return List.copyOf(chain);
    }

    private void require(RunbookId id, Set<RunbookId> chain, Set<RunbookId> open) {
        List<Located<String>> requires = handbook.page(id)
                .map(p -> p.original().frontMatter().requires())
                .orElse(List.of());
        for (Located<String> required : requires) {
            for (Page page : handbook.find(required.value())) {
                if (open.add(page.id())) {
                    require(page.id(), chain, open);
                    chain.add(page.id());
                }
            }
        }
    }
}
