package dev.runbook.markdown;

import dev.runbook.markdown.BlockKind.Form;
import dev.runbook.model.Role;
import dev.runbook.source.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which attribute may stand at which block. */
final class AttributeRules {
    /** What a block can be, as far as attributes are concerned; several of them apply to one block. */
    enum Place {
        SHELL,
        CONSOLE,
        SQL,
        INTERPRETED,
        FILE,
        PATCH,
        OUTPUT,
        UNDO,
        CHECK
    }

    private static final List<Place> RUN = List.of(Place.SHELL, Place.CONSOLE, Place.SQL, Place.INTERPRETED);
    private static final List<Place> STEP =
            List.of(Place.SHELL, Place.CONSOLE, Place.SQL, Place.INTERPRETED, Place.FILE, Place.PATCH);

    private static final Map<String, List<Place>> PLACES = new TreeMap<>(Map.ofEntries(
            Map.entry("user", STEP),
            Map.entry("timeout", RUN),
            Map.entry("retry", RUN),
            Map.entry("exit", RUN),
            Map.entry("cwd", RUN),
            Map.entry("shell", List.of(Place.SHELL, Place.CONSOLE)),
            Map.entry("interactive", RUN),
            Map.entry("danger", STEP),
            Map.entry("needs", STEP),
            Map.entry("path", List.of(Place.FILE, Place.PATCH)),
            Map.entry("owner", List.of(Place.FILE)),
            Map.entry("mode", List.of(Place.FILE)),
            Map.entry("of", List.of(Place.UNDO)),
            Map.entry("once", List.of(Place.CHECK)),
            Map.entry("db", List.of(Place.SQL)),
            Map.entry("stream", List.of(Place.OUTPUT))));

    private AttributeRules() {}

    /** Each attribute, and the kinds of blocks at which it may stand. */
    static Map<String, List<Place>> places() {
        return PLACES;
    }

    /** Whether there is an attribute of this name. */
    static boolean isKnown(String key) {
        return PLACES.containsKey(key);
    }

    /** Reports attributes that do not exist. */
    static void checkNames(AttributeList list, Problems problems) {
        for (Attribute attribute : list.attributes().values()) {
            String name = attribute.name();
            if (isKnown(name)) {
                continue;
            }
            SourceText key = attribute.key();
            if (attribute.flag() && ClassReader.isClass(name)) {
                problems.add(MarkdownCode.MISSPELT_CLASS, key.start(), key.end(), name, "." + name);
            } else {
                String offer = Suggestions.offer(name, PLACES.keySet());
                problems.add(MarkdownCode.UNKNOWN_ATTRIBUTE, key.start(), key.end(), name, offer);
            }
        }
    }

    /** Reports attributes that say nothing at such a block. */
    static void checkPlaces(
            AttributeList list, BlockKind kind, Optional<RunnableLanguage> language, Problems problems) {
        Optional<Place> ofRole = switch (kind.role().orElse(Role.EXEC)) {
            case UNDO -> Optional.of(Place.UNDO);
            case CHECK -> Optional.of(Place.CHECK);
            case EXEC, GIVEN, MANUAL -> Optional.empty();
        };
        for (Attribute attribute : list.attributes().values()) {
            List<Place> places = PLACES.get(attribute.name());
            if (places == null || ofRole.filter(places::contains).isPresent()) {
                continue;
            }
            // A language that does not run is reported as such; what it would allow is anyone's guess.
            boolean unclear =
                    kind.form() == Form.CODE && language.isEmpty() && !java.util.Collections.disjoint(places, RUN);
            if (!unclear && !places.contains(place(kind.form(), language))) {
                SourceText key = attribute.key();
                problems.add(MarkdownCode.ATTRIBUTE_OUT_OF_PLACE, key.start(), key.end(), key.text());
            }
        }
    }

    private static Place place(Form form, Optional<RunnableLanguage> language) {
        return switch (form) {
            case FILE -> Place.FILE;
            case PATCH -> Place.PATCH;
            case OUTPUT -> Place.OUTPUT;
            case CODE ->
                switch (language.orElse(RunnableLanguage.SHELL)) {
                    case SHELL -> Place.SHELL;
                    case CONSOLE -> Place.CONSOLE;
                    case SQL -> Place.SQL;
                    case INTERPRETED -> Place.INTERPRETED;
                };
        };
    }
}
