package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.Environment;
import dev.runbook.model.Located;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code environments/NAME/environment.yml}. */
public final class EnvironmentReader {
    public static final String FILE = "environment.yml";

    static final List<String> KEYS =
            List.of("title", "stand_in_label", "ready", "users", "offers", "params", "packages", "files", "stubs");
    static final List<String> READY_KEYS = List.of("services", "timeout");
    static final List<String> STUBS_KEYS = List.of("log", "commands", "units");
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private final YamlSource source;
    private final YamlMap map;

    private EnvironmentReader(YamlSource source, YamlMap map) {
        this.source = source;
        this.map = map;
    }

    /**
     * The environment; defaults for all that is not said, or not said right.
     *
     * @param handbook its folder
     */
    public static Parsed<Environment> read(Path handbook, String name) {
        String path = FolderScan.ENVIRONMENTS + "/" + name + "/" + FILE;
        TextFile file = TextFile.read(handbook.resolve(path), path);
        List<Diagnostic> problems = new ArrayList<>(file.problems());
        if (!problems.isEmpty()) {
            return new Parsed<>(defaults(name), problems);
        }
        return read(file.source(), name, new GivenFiles(handbook, name));
    }

    static Parsed<Environment> read(SourceFile file, String name, GivenFiles files) {
        Problems found = new Problems(file);
        YamlSource source = new YamlSource(found, 1);
        Environment environment = source.parse(file.text())
                .flatMap(root -> YamlMap.of(root, FILE, source))
                .map(map -> new EnvironmentReader(source, map).read(name, files))
                .orElse(defaults(name));
        return new Parsed<>(environment, found.all());
    }

    private static Environment defaults(String name) {
        return new Environment(
                name,
                Map.of(),
                Optional.empty(),
                List.of(),
                Environment.DEFAULT_READY_WITHIN,
                List.of(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                Environment.Stubs.NONE);
    }

    private Environment read(String name, GivenFiles files) {
        map.checkKeys(KEYS);
        Optional<YamlMap> ready = map.map("ready");
        ready.ifPresent(r -> r.checkKeys(READY_KEYS));
        return new Environment(
                name,
                title(),
                map.text("stand_in_label").map(Located::value),
                ready.map(r -> values(r.texts("services"))).orElse(List.of()),
                ready.flatMap(this::timeout).orElse(Environment.DEFAULT_READY_WITHIN),
                values(map.texts("users")),
                offers(),
                params(),
                values(map.texts("packages")),
                map.map("files")
                        .map(said -> files.read(said, source.problems()))
                        .orElse(List.of()),
                stubs());
    }

    private Map<Language, String> title() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        if (map.isMap("title")) {
            map.map("title").ifPresent(byLanguage -> {
                byLanguage.checkKeys(LANGUAGES);
                for (Language language : Language.values()) {
                    byLanguage.text(language.code()).ifPresent(text -> texts.put(language, text.value()));
                }
            });
        } else {
            map.text("title").ifPresent(text -> {
                for (Language language : Language.values()) {
                    texts.put(language, text.value());
                }
            });
        }
        return texts;
    }

    private Optional<Duration> timeout(YamlMap ready) {
        Optional<Located<String>> text = ready.text("timeout");
        Optional<Duration> duration = text.flatMap(t -> Durations.parse(t.value()));
        if (duration.isEmpty()) {
            text.ifPresent(t -> source.problems().add(MarkdownCode.BAD_SETTING, t.span(), t.value(), "timeout", "30s"));
        }
        return duration;
    }

    private Set<String> offers() {
        Set<String> offers = new LinkedHashSet<>();
        map.map("offers")
                .ifPresent(
                        said -> said.keys().keySet().stream().filter(said::flag).forEach(offers::add));
        return offers;
    }

    private Map<String, Located<String>> params() {
        Map<String, Located<String>> params = new LinkedHashMap<>();
        map.map("params")
                .ifPresent(said -> said.keys()
                        .forEach((key, span) ->
                                said.scalar(key).ifPresent(value -> params.put(key, new Located<>(value, span)))));
        return params;
    }

    private Environment.Stubs stubs() {
        return map.map("stubs")
                .map(said -> {
                    said.checkKeys(STUBS_KEYS);
                    return new Environment.Stubs(
                            said.text("log").map(Located::value),
                            values(said.texts("commands")),
                            values(said.texts("units")));
                })
                .orElse(Environment.Stubs.NONE);
    }

    private static List<String> values(List<Located<String>> texts) {
        return texts.stream().map(Located::value).toList();
    }
}
