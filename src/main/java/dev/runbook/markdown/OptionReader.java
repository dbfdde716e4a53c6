package dev.runbook.markdown;

import dev.runbook.model.StepOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a block's attributes; what is not of the right form is reported and left out. */
final class OptionReader {
    static final List<String> SHELLS = List.of("bash", "sh", "dash", "ash", "ksh", "zsh");

    private static final Pattern RETRY = Pattern.compile("([1-9][0-9]{0,5})x([0-9]+(?:ms|s|m|h))");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}\\$?");
    private static final Pattern OWNER = Pattern.compile(USER + "(?::" + USER + ")?");
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}");
    private static final Pattern EXIT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NEED = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int MAX_EXIT = 255;

    private final AttributeList list;
    private final Problems problems;

    OptionReader(AttributeList list, Problems problems) {
        this.list = list;
        this.problems = problems;
    }

    StepOptions options() {
        return new StepOptions(
                user(),
                timeout(),
                retry(),
                exit(),
                path("cwd", "/var/lib"),
                value("shell", SHELLS::contains, String.join(", ", SHELLS)),
                flag("interactive"),
                text("danger"),
                needs(),
                flag("once"));
    }

    Optional<String> user() {
        return value("user", matches(USER), "mastodon");
    }

    Optional<String> owner() {
        return value("owner", matches(OWNER), "mastodon:mastodon");
    }

    Optional<String> mode() {
        return value("mode", matches(MODE), "0640");
    }

    Optional<String> database() {
        return text("db");
    }

    /** An absolute path that does not climb. */
    Optional<String> path(String key, String example) {
        return value(key, OptionReader::isPath, example);
    }

    /** A value that is one of those named. */
    Optional<String> oneOf(String key, List<String> values) {
        return value(key, values::contains, String.join(", ", values));
    }

    private Duration timeout() {
        return value("timeout", v -> Durations.parse(v).isPresent(), "90s, 3m, 1h")
                .flatMap(Durations::parse)
                .orElse(StepOptions.DEFAULT_TIMEOUT);
    }

    private Optional<StepOptions.Retry> retry() {
        return value("retry", v -> parseRetry(v).isPresent(), "10x1s").flatMap(OptionReader::parseRetry);
    }

    private static Optional<StepOptions.Retry> parseRetry(String text) {
        Matcher matcher = RETRY.matcher(text);
        return matcher.matches()
                ? Durations.parse(matcher.group(2))
                        .map(interval -> new StepOptions.Retry(Integer.parseInt(matcher.group(1)), interval))
                : Optional.empty();
    }

    private int exit() {
        Predicate<String> valid = v -> EXIT.matcher(v).matches() && Integer.parseInt(v) <= MAX_EXIT;
        return value("exit", valid, "0 … 255").map(Integer::parseInt).orElse(0);
    }

    private List<String> needs() {
        Optional<String> value =
                value("needs", v -> splitNeeds(v).stream().allMatch(matches(NEED)), "internet,hardware");
        return value.map(OptionReader::splitNeeds).orElse(List.of());
    }

    private static List<String> splitNeeds(String value) {
        List<String> needs = new ArrayList<>();
        for (String need : value.split(",", -1)) {
            needs.add(need.strip());
        }
        return needs;
    }

    private boolean flag(String key) {
        Attribute attribute = list.attributes().get(key);
        if (attribute == null) {
            return false;
        }
        if (!attribute.flag() && !attribute.value().text().equals("true")) {
            bad(attribute, key);
        }
        return true;
    }

    private Optional<String> text(String key) {
        return value(key, v -> !v.isBlank(), "\"…\"");
    }

    private Optional<String> value(String key, Predicate<String> valid, String example) {
        Attribute attribute = list.attributes().get(key);
        if (attribute == null) {
            return Optional.empty();
        }
        String value = attribute.value().text();
        if (attribute.flag() || !valid.test(value)) {
            bad(attribute, key + "=" + example);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private void bad(Attribute attribute, String example) {
        SourceText place = attribute.value().text().isEmpty() ? attribute.key() : attribute.value();
        problems.add(
                MarkdownCode.BAD_VALUE,
                place.start(),
                place.end(),
                attribute.value().text(),
                attribute.name(),
                example);
    }

    private static Predicate<String> matches(Pattern pattern) {
        return pattern.asMatchPredicate();
    }

    /** An absolute path that does not climb. */
    static boolean isPath(String path) {
        return path.startsWith("/")
                && path.codePoints().noneMatch(Character::isISOControl)
                && !List.of(path.split("/", -1)).contains("..");
    }
}
