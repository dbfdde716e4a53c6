package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a page and makes one of them. May be used by several threads at a time. */
final class PageLoader {
    /**
     * What became of a page's files.
     *
     * @param page empty if none of them could be read
     */
    record Loaded(Optional<Page> page, List<Diagnostic> problems) {}

    private final Path folder;
    private final RunbookParser parser;

    PageLoader(Path folder, HandbookConfig config) {
        this.folder = folder;
        this.parser = new RunbookParser(config);
    }

    /** Reads a page; {@code done} is called for each file. */
    Loaded load(PageFiles files, Runnable done) {
        List<Diagnostic> problems = new ArrayList<>(files.problems());
        Optional<Runbook> original = runbook(files.original(), files.id(), files.language(), List.of(), problems);
        done.run();
        List<Section> sections = original.map(Runbook::sections).orElse(List.of());
        Map<Language, Runbook> translations = new EnumMap<>(Language.class);
        files.translations().forEach((language, path) -> {
            runbook(path, files.id(), language, sections, problems)
                    .ifPresent(runbook -> translations.put(language, runbook));
            done.run();
        });
        Optional<Page> page =
                original.map(runbook -> new Page(runbook, translations)).or(() -> withoutOriginal(translations));
        return new Loaded(page, problems);
    }

    /** The original vanished while its translations were read. */
    private static Optional<Page> withoutOriginal(Map<Language, Runbook> translations) {
        return translations.entrySet().stream().findFirst().map(first -> {
            Map<Language, Runbook> others = new EnumMap<>(translations);
            others.remove(first.getKey());
            return new Page(first.getValue(), others);
        });
    }

    private Optional<Runbook> runbook(
            String path, RunbookId id, Language language, List<Section> original, List<Diagnostic> problems) {
        TextFile file = TextFile.read(folder.resolve(path), path);
        problems.addAll(file.problems());
        if (!file.exists()) {
            return Optional.empty();
        }
        Parsed<Runbook> parsed = parser.parse(file.source(), id, language, original);
        problems.addAll(parsed.diagnostics());
        return Optional.of(parsed.value());
    }
}
