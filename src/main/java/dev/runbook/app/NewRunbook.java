package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.model.Environment;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the skeleton of a runbook, with its translations: one that passes all checks as it is. */
public final class NewRunbook {
    private NewRunbook() {}

    /**
     * Writes {@code id.md} and a file for each further language of the handbook; overwrites nothing.
     *
     * @param words the id as a person writes it, with or without {@code .md}
     * @param title of the original; empty: made of the id
     * @return the files written
     */
    public static Parsed<List<Path>> write(Path handbook, HandbookConfig config, String words, Optional<String> title) {
        String path = words.endsWith(".md") ? words.substring(0, words.length() - ".md".length()) : words;
        if (!isFit(path, config)) {
            return new Parsed<>(List.of(), List.of(Diagnostic.of(NewProblem.BAD_ID, Span.startOf(words), words)));
        }
        return NewFiles.write(handbook, texts(config.languages(), new RunbookId(path), title));
    }

    /** The files of a runbook: text by path. */
    static SortedMap<String, String> texts(List<Language> languages, RunbookId id, Optional<String> title) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Language language : languages) {
            boolean original = language == languages.get(0);
            String name = original ? id.path() + ".md" : id.path() + "." + language.code() + ".md";
            String shown = original ? title.orElseGet(() -> humanised(id)) : humanised(id);
            texts.put(name, Templates.page("runbook", language, original, Map.of("title", Templates.yaml(shown))));
        }
        return texts;
    }

    /** {@code database/restore-backup} becomes {@code Restore backup}. */
    private static String humanised(RunbookId id) {
        String words = id.name().replace('-', ' ').replace('_', ' ').strip();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static boolean isFit(String path, HandbookConfig config) {
        String[] parts = path.split("/", -1);
        for (String part : parts) {
            boolean fit = !part.isBlank()
                    && part.equals(part.strip())
                    && !part.startsWith(".")
                    && !part.startsWith("-")
                    && part.codePoints().noneMatch(c -> Character.isISOControl(c) || "\\:*?\"<>|".indexOf(c) >= 0)
                    && part.codePoints().anyMatch(Character::isLetterOrDigit);
            if (!fit) {
                return false;
            }
        }
        String name = parts[parts.length - 1];
        boolean translation = config.languages().stream().anyMatch(l -> name.endsWith("." + l.code()));
        return !translation
                && !name.equals("index")
                && !parts[0].equals(Environment.FOLDERS)
                && !parts[0].equals(Handbook.THEME);
    }
}
