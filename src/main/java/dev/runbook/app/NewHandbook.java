package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Fills an empty folder with a handbook of one section and one runbook, which passes all checks and builds. */
public final class NewHandbook {
    private static final String SECTION = "basics";

    private NewHandbook() {}

    /**
     * Writes the handbook; the folder is made where it is not there.
     *
     * @param primary the language of the originals; the other is that of the translations
     * @return the files written
     */
    public static Parsed<List<Path>> write(Path folder, Language primary, Optional<String> title) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(folder)) {
            return new Parsed<>(List.of(), List.of(Diagnostic.of(NewProblem.FOLDER_NOT_EMPTY, Span.startOf("."))));
        }
        Language other = primary == Language.JA ? Language.EN : Language.JA;
        List<Language> languages = List.of(primary, other);
        SortedMap<String, String> texts =
                NewRunbook.texts(languages, new RunbookId(SECTION + "/first-runbook"), Optional.empty());
        for (Language language : languages) {
            boolean original = language == primary;
            String suffix = original ? ".md" : "." + language.code() + ".md";
            Map<String, String> values = Map.of("title", titleIn(language, title));
            texts.put("index" + suffix, Templates.page("index", language, original, values));
            texts.put(SECTION + "/index" + suffix, Templates.page("section", language, original, Map.of()));
        }
        texts.put("handbook.yml", Templates.fill("handbook", primary, "yml", titles(title)));
        return NewFiles.write(folder, texts);
    }

    private static Map<String, String> titles(Optional<String> title) {
        return Map.of(
                "title.ja", titleIn(Language.JA, title),
                "title.en", titleIn(Language.EN, title));
    }

    private static String titleIn(Language language, Optional<String> title) {
        return Templates.yaml(title.orElseGet(
                () -> Templates.fill("title", language, "txt", Map.of()).strip()));
    }

    static boolean isEmptyFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
