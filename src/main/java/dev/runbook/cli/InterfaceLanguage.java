package dev.runbook.cli;

import dev.runbook.i18n.Language;
import java.util.List;
import java.util.Map;

/** The language that a person is spoken to in. */
final class InterfaceLanguage {
    /** As POSIX has it for messages: the first that is set decides, even where its language is none of ours. */
    private static final List<String> VARIABLES = List.of("RUNBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

    private InterfaceLanguage() {}

    /** The language of {@code --lang}, else of the environment, else English. */
    static Language of(List<String> args, Map<String, String> environment) {
        return EarlyOption.of(args, "--lang").flatMap(Language::ofCode).orElseGet(() -> ofEnvironment(environment));
    }

    private static Language ofEnvironment(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(Language::ofLocaleName)
                .orElse(Language.EN);
    }
}
