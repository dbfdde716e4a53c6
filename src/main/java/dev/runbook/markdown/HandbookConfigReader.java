package dev.runbook.markdown;

import dev.runbook.i18n.Language;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Located;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Suggestions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code handbook.yml}. */
final class HandbookConfigReader {
    static final List<String> KEYS = List.of(
            "title",
            "description",
            "languages",
            "base_url",
            "sections",
            "edit_url",
            "environment",
            "stale_after",
            "timezone",
            "allow_html",
            "synonyms");
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern ELEMENT = Pattern.compile("[a-z][a-z0-9-]*");

    private final YamlSource source;
    private final YamlMap map;

    private HandbookConfigReader(YamlSource source, YamlMap map) {
        this.source = source;
        this.map = map;
    }

    /** The configuration; defaults for all that is not said, or not said right. */
    static Parsed<HandbookConfig> read(SourceFile file) {
        Problems problems = new Problems(file);
        YamlSource source = new YamlSource(problems, 1);
        HandbookConfig config = source.parse(file.text())
                .flatMap(root -> YamlMap.of(root, file.name(), source))
                .map(map -> new HandbookConfigReader(source, map).read())
                .orElse(HandbookConfig.DEFAULTS);
        return new Parsed<>(config, problems.all());
    }

    private HandbookConfig read() {
        map.checkKeys(KEYS);
        List<Language> languages = languages();
        return new HandbookConfig(
                texts("title", languages),
                texts("description", languages),
                languages,
                url("base_url", url -> true, "https://example.org/handbook/").map(u -> u.endsWith("/") ? u : u + "/"),
                map.texts("sections"),
                url("edit_url", url -> url.contains("{path}"), "https://example.org/edit/main/{path}"),
                map.text("environment"),
                staleAfter(),
                timezone(),
                allowHtml(),
                synonyms());
    }

    /** A text for all languages, or one for each. */
    private Map<Language, String> texts(String key, List<Language> languages) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        if (!map.has(key)) {
            return texts;
        }
        if (!map.isMap(key)) {
            map.text(key).ifPresent(text -> languages.forEach(language -> texts.put(language, text.value())));
            return texts;
        }
        map.map(key).ifPresent(byLanguage -> {
            byLanguage.checkKeys(LANGUAGES);
            for (Language language : Language.values()) {
                byLanguage.text(language.code()).ifPresent(text -> texts.put(language, text.value()));
            }
        });
        return texts;
    }

    private List<Language> languages() {
        List<Language> languages = new ArrayList<>();
        for (Located<String> code : map.texts("languages")) {
            Optional<Language> language = Language.ofCode(code.value());
            if (language.isEmpty() || languages.contains(language.get())) {
                bad(code, "languages", String.join(", ", LANGUAGES));
            } else {
                languages.add(language.get());
            }
        }
        return languages.isEmpty() ? HandbookConfig.DEFAULTS.languages() : languages;
    }

    private Optional<String> url(String key, Predicate<String> condition, String example) {
        Optional<Located<String>> url = map.text(key);
        Optional<Located<String>> valid =
                url.filter(u -> URL.matcher(u.value()).matches()).filter(u -> condition.test(u.value()));
        if (valid.isEmpty()) {
            url.ifPresent(u -> bad(u, key, example));
        }
        return valid.map(Located::value);
    }

    private Duration staleAfter() {
        Optional<Located<String>> text = map.text("stale_after");
        Optional<Duration> duration = text.flatMap(t -> Durations.parse(t.value()));
        if (duration.isEmpty()) {
            text.ifPresent(t -> bad(t, "stale_after", "30d"));
        }
        return duration.orElse(HandbookConfig.DEFAULT_STALE_AFTER);
    }

    private String timezone() {
        Optional<Located<String>> zone = map.text("timezone");
        Optional<Located<String>> valid = zone.filter(z -> isZone(z.value()));
        if (valid.isEmpty()) {
            zone.ifPresent(z -> bad(
                    z,
                    "timezone",
                    Suggestions.closest(z.value(), ZoneId.getAvailableZoneIds()).orElse("Asia/Tokyo, UTC")));
        }
        return valid.map(Located::value).orElse(HandbookConfig.DEFAULTS.timezone());
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Set<String> allowHtml() {
        Set<String> elements = new LinkedHashSet<>();
        for (Located<String> element : map.texts("allow_html")) {
            if (!ELEMENT.matcher(element.value()).matches()) {
                bad(element, "allow_html", "video, audio");
            } else if (HtmlPolicy.FORBIDDEN.contains(element.value())) {
                source.problems().add(MarkdownCode.FORBIDDEN_HTML, element.span(), element.value());
            } else {
                elements.add(element.value());
            }
        }
        return elements;
    }

    /** Each a line of words with commas between them. */
    private List<List<String>> synonyms() {
        List<List<String>> groups = new ArrayList<>();
        for (Located<String> line : map.texts("synonyms")) {
            List<String> words = Arrays.stream(line.value().split("[,、]", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (words.size() < 2) {
                bad(line, "synonyms", "再起動, リスタート, restart");
            } else {
                groups.add(words);
            }
        }
        return groups;
    }

    private void bad(Located<String> value, String key, String expected) {
        source.problems().add(MarkdownCode.BAD_SETTING, value.span(), value.value(), key, expected);
    }
}
