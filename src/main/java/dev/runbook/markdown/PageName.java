package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.RunbookId;
import java.util.Optional;

/**
 * Which page in which language a file is.
 *
 * @param language as its name says; empty where the name says none, so that it is the original's
 */
record PageName(RunbookId id, Optional<Language> language) {
    private static final String SUFFIX = ".md";

    /** The page of a path relative to the handbook's folder; empty if it is no Markdown file. */
    static Optional<PageName> of(String path, HandbookConfig config) {
        if (!path.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String name = path.substring(0, path.length() - SUFFIX.length());
        for (Language language : config.languages()) {
            String suffix = "." + language.code();
            if (name.endsWith(suffix) && name.length() > suffix.length() && !name.endsWith("/" + suffix)) {
                String id = name.substring(0, name.length() - suffix.length());
                return Optional.of(new PageName(new RunbookId(id), Optional.of(language)));
            }
        }
        return Optional.of(new PageName(new RunbookId(name), Optional.empty()));
    }

    /** The file's path. */
    String path() {
        return id.path() + language.map(l -> "." + l.code()).orElse("") + SUFFIX;
    }
}
