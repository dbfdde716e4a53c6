package dev.runbook.markdown;

import dev.runbook.model.FrontMatter;
import dev.runbook.model.FrontMatter.Risk;
import dev.runbook.model.Located;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands between two lines {@code ---} at the start of a page. */
final class FrontMatterReader {
    /**
     * What was read.
     *
     * @param bodyStart the offset behind the front matter: the start of a line, or the end of the text
     */
    record Result(FrontMatter value, int bodyStart) {}

    static final List<String> KEYS = List.of(
            "title",
            "description",
            "tags",
            "environment",
            "requires",
            "user",
            "params",
            "errors",
            "risk",
            "duration",
            "translates");
    private static final List<String> RISKS = List.of("low", "medium", "high");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}\\$?");
    /** A line that can only be front matter: a page may well begin with a thematic break. */
    private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*:(?: .*)?");

    private final YamlSource source;
    private final YamlMap map;

    private FrontMatterReader(YamlSource source, YamlMap map) {
        this.source = source;
        this.map = map;
    }

    static Result read(SourceFile file, Problems problems) {
        if (!isFence(file.line(1))) {
            return new Result(FrontMatter.EMPTY, 0);
        }
        int end = 2;
        while (end <= file.lineCount() && !isFence(file.line(end))) {
            end++;
        }
        if (end > file.lineCount()) {
            if (KEY_LINE.matcher(file.line(2)).matches()) {
                problems.add(MarkdownCode.UNCLOSED_FRONT_MATTER, file.lineSpan(1));
            }
            return new Result(FrontMatter.EMPTY, 0);
        }
        String yaml = file.text().substring(file.lineStart(2), file.lineStart(end));
        YamlSource source = new YamlSource(problems, 2);
        FrontMatter value = source.parse(yaml)
                .flatMap(root -> YamlMap.of(root, "---", source))
                .map(map -> new FrontMatterReader(source, map).read())
                .orElse(FrontMatter.EMPTY);
        int body =
                end < file.lineCount() ? file.lineStart(end + 1) : file.text().length();
        return new Result(value, body);
    }

    private static boolean isFence(String line) {
        return line.startsWith("---") && line.stripTrailing().length() == 3;
    }

    private FrontMatter read() {
        map.checkKeys(KEYS);
        return new FrontMatter(
                map.text("title"),
                map.text("description"),
                map.texts("tags"),
                map.text("environment"),
                map.texts("requires"),
                user(),
                map.map("params")
                        .map(params -> new ParameterReader(source).read(params))
                        .orElse(List.of()),
                map.texts("errors"),
                risk(),
                duration(),
                translates());
    }

    private Optional<Located<String>> user() {
        Optional<Located<String>> user = map.text("user");
        Optional<Located<String>> valid =
                user.filter(u -> USER.matcher(u.value()).matches());
        if (valid.isEmpty()) {
            user.ifPresent(u -> bad(u, "user", "root, mastodon"));
        }
        return valid;
    }

    private Optional<Risk> risk() {
        Optional<Located<String>> risk = map.text("risk");
        Optional<Located<String>> valid = risk.filter(r -> RISKS.contains(r.value()));
        if (valid.isEmpty()) {
            risk.ifPresent(r -> bad(r, "risk", Suggestions.offer(r.value(), RISKS)));
        }
        return valid.map(r -> Risk.valueOf(r.value().toUpperCase(Locale.ROOT)));
    }

    private Optional<String> duration() {
        Optional<Located<String>> duration = map.text("duration");
        Optional<Located<String>> valid =
                duration.filter(d -> Durations.parse(d.value()).isPresent());
        if (valid.isEmpty()) {
            duration.ifPresent(d -> bad(d, "duration", "15m, 1h30m"));
        }
        return valid.map(Located::value);
    }

    private void bad(Located<String> value, String key, String expected) {
        source.problems().add(MarkdownCode.BAD_SETTING, value.span(), value.value(), key, expected);
    }

    private Map<String, Located<String>> translates() {
        Map<String, Located<String>> digests = new LinkedHashMap<>();
        map.map("translates").ifPresent(sections -> {
            for (Map.Entry<String, Span> key : sections.keys().entrySet()) {
                sections.text(key.getKey()).ifPresent(digest -> digests.put(key.getKey(), digest));
            }
        });
        return digests;
    }
}
