package dev.runbook.site.theme;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a style loads by {@code url()}: named by their path in the theme's folder of such files. */
final class StyleFiles {
    private static final String QUOTED = "\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]++|\\\\.)*+'";

    /** What a style is cut into, as far as it matters here: an address in a comment or inside of a text loads nothing. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?(?:\\*/|\\z)|(?<import>@import\\b)(?:" + QUOTED + "|[^;\"'])*+|(?<![\\w-])url\\(\\s*(?<address>"
                    + QUOTED + "|(?:[^\"'()\\\\\\s]++|\\\\.)*+)\\s*\\)|" + QUOTED,
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private StyleFiles() {}

    /**
     * The style with other addresses for the files that it loads.
     *
     * @param address of a file by its name; empty leaves what is written
     */
    static String replace(String style, Function<String, Optional<String>> address) {
        Matcher token = TOKEN.matcher(style);
        StringBuilder out = new StringBuilder(style.length());
        while (token.find()) {
            String written = token.group("address");
            String instead = token.group();
            if (written != null) {
                String target = target(written);
                int fragment = target.indexOf('#');
                String rest = fragment < 0 ? "" : target.substring(fragment).replace("\"", "%22");
                instead = name(target)
                        .flatMap(address)
                        .map(a -> "url(\"" + a + rest + "\")")
                        .orElse(instead);
            }
            token.appendReplacement(out, Matcher.quoteReplacement(instead));
        }
        return token.appendTail(out).toString();
    }

    /**
     * Looks for files that are not there.
     *
     * @param known whether there is a file of this name
     */
    static void check(SourceFile style, Predicate<String> known, List<Diagnostic> problems) {
        Matcher token = TOKEN.matcher(style.text());
        while (token.find()) {
            String written = token.group("address");
            if (token.group("import") != null) {
                problems.add(
                        Diagnostic.of(ThemeCode.THEME_IMPORT, style.span(token.start("import"), token.end("import"))));
            } else if (written != null && !isInside(target(written))) {
                String target = target(written);
                if (name(target).filter(known).isEmpty()) {
                    problems.add(Diagnostic.of(
                            ThemeCode.THEME_FILE_MISSING,
                            style.span(token.start("address"), token.end("address")),
                            target));
                }
            }
        }
    }

    /** What is written without quotes and escapes. */
    private static String target(String written) {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        String bare = quoted ? written.substring(1, written.length() - 1) : written;
        return bare.replaceAll("\\\\(.)", "$1");
    }

    private static boolean isInside(String target) {
        return target.isEmpty() || target.startsWith("#") || target.regionMatches(true, 0, "data:", 0, 5);
    }

    /** The file's name; empty for an address that leads out of the theme's folder. */
    private static Optional<String> name(String target) {
        String path = target.replaceAll("[?#].*", "");
        if (isInside(target) || path.isEmpty() || path.startsWith("/") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".")) {
                parts.addLast(decoded(part));
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // A stray %.
        }
    }
}
