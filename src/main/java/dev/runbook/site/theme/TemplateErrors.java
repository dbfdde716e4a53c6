package dev.runbook.site.theme;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import gg.jte.TemplateException;
import gg.jte.TemplateNotFoundException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What jte says of a template, as a diagnostic at its line. The forms of its messages are those of jte 3.2. */
final class TemplateErrors {
    private static final Pattern MISSING = Pattern.compile("(\\S+) not found(?:, referenced at (\\S+?):(\\d+))?");
    private static final Pattern PARSING = Pattern.compile("Failed to compile (\\S+), error at line (\\d+): (.*)");
    private static final Pattern PLACE = Pattern.compile("error at (\\S+?):(\\d+)");

    /** What javac says, behind the path of a file that nobody wrote. */
    private static final Pattern JAVAC = Pattern.compile("\\S+\\.java:\\d+: (?:[^:]+: )?(.+)");

    private static final Pattern DETAIL = Pattern.compile("  (\\S+ +.+)");

    private TemplateErrors() {}

    static Diagnostic noCompiler() {
        return Diagnostic.of(ThemeCode.THEME_NEEDS_JDK, Span.startOf(OwnFiles.FOLDER));
    }

    /**
     * Of compiling a template.
     *
     * @param name which one was to be compiled; what is wrong may be in one that it calls
     * @param own the handbook's templates
     */
    static Diagnostic compiling(TemplateException e, String name, Set<String> own) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof TemplateNotFoundException) {
            Matcher missing = MISSING.matcher(message);
            if (missing.find() && missing.group(2) != null) {
                Span span = span(missing.group(2), missing.group(3));
                return Diagnostic.of(ThemeCode.THEME_TEMPLATE_MISSING, span, missing.group(1));
            }
        }
        Matcher parsing = PARSING.matcher(message.replace('\n', ' '));
        if (parsing.find()) {
            return wrong(parsing.group(1), parsing.group(2), parsing.group(3).strip(), own);
        }
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            String sentence = message.substring(place.end()).strip();
            String reason = sentence.startsWith(".") ? sentence.substring(1).strip() : javac(message);
            return wrong(place.group(1), place.group(2), reason, own);
        }
        return wrong(name, "1", message.strip(), own);
    }

    private static Diagnostic wrong(String template, String line, String reason, Set<String> own) {
        return own.contains(template)
                ? Diagnostic.of(ThemeCode.THEME_TEMPLATE_WRONG, span(template, line), reason)
                : Diagnostic.of(ThemeCode.THEME_CALL_BROKEN, Span.startOf(OwnFiles.FOLDER), template, line, reason);
    }

    /** Of rendering a page: the template and line where it broke, the page that it broke at. */
    static Diagnostic rendering(TemplateException e, String title) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        Span span = place.find() ? span(place.group(1), place.group(2)) : Span.startOf(OwnFiles.FOLDER);
        return Diagnostic.of(ThemeCode.THEME_RENDER_FAILED, span, title, cause.toString());
    }

    private static String javac(String message) {
        Matcher first = JAVAC.matcher(message);
        String said = first.find()
                ? first.group(1)
                : message.lines().skip(1).findFirst().orElse(message);
        String details = message.lines()
                .skip(2)
                .takeWhile(line -> !JAVAC.matcher(line).find())
                .map(DETAIL::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1).replaceAll(" +", " "))
                .filter(detail -> !detail.contains("Generated"))
                .collect(Collectors.joining("; "));
        return details.isEmpty() ? said : said + " (" + details + ")";
    }

    private static Span span(String template, String line) {
        int number = Integer.parseInt(line);
        return new Span(OwnFiles.templateFile(template), number, 1, number, 1);
    }
}
