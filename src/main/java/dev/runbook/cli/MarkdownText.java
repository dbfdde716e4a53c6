package dev.runbook.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prose for a terminal: the Markdown as written, which reads well as it is, with its marks made into styles where there
 * are any. Nothing is lost: what this does not know stays as it was.
 */
final class MarkdownText {
    private static final Pattern ALERT = Pattern.compile("(?m)^(> *)\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)][ \\t]*$");
    /** Groups: 2 code, 3 bold, 4 a link's label, 5 its target. */
    private static final Pattern INLINE =
            Pattern.compile("(`+)([^`\\n]+)\\1|\\*\\*([^*\\n]+)\\*\\*|(?<!!)\\[([^]\\n]*)]\\(([^)\\s]+)[^)\\n]*\\)");

    private MarkdownText() {}

    /** The text with one empty line before it, or nothing where there is nothing. */
    static String of(String markdown, Style style) {
        String text = Terminal.clean(markdown).strip();
        if (text.isEmpty()) {
            return "";
        }
        if (style.colour()) {
            text = ALERT.matcher(text).replaceAll(match -> match.group(1) + style.yellow(match.group(2)));
            text = INLINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(inline(match, style)));
        }
        return "\n" + text + "\n";
    }

    private static String inline(MatchResult match, Style style) {
        if (match.group(2) != null) {
            return style.cyan(match.group(2));
        }
        if (match.group(3) != null) {
            return style.bold(match.group(3));
        }
        return style.underlined(match.group(4)) + style.faint(" <" + match.group(5) + ">");
    }
}
