package dev.runbook.cli;

import dev.runbook.i18n.Language;
import java.util.List;
import java.util.Map;

/** The language that a person is spoken to in. */
final class InterfaceLanguage {
    private InterfaceLanguage() {}

    /** The language of {@code --lang}, else of the environment, else English. */
    static Language of(List<String> args, Map<String, String> environment) {
        return EarlyOption.of(args, "--lang")
                .flatMap(Language::ofCode)
                .orElseGet(() -> Language.ofEnvironment(environment));
    }
}
