package dev.runbook.check;

import dev.runbook.i18n.DisplayWidth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds {@code **} and {@code ~~} that a reader sees, because the parser did not take them for emphasis. */
final class LiteralEmphasis {
    private static final List<String> MARKS = List.of("**", "~~");

    private LiteralEmphasis() {}

    static void check(ProseText text, Findings findings) {
        for (String mark : MARKS) {
            if (text.markdown().contains(mark)) {
                Map<String, Integer> around = around(mark, RenderedText.of(text.html()));
                for (int at = text.plain().indexOf(mark);
                        at >= 0;
                        at = text.plain().indexOf(mark, at + mark.length())) {
                    if (around.merge(context(text.plain(), at, mark), -1, Integer::sum) >= 0) {
                        findings.add(CheckCode.LITERAL_EMPHASIS, text.places().span(at, at + mark.length()), mark);
                    }
                }
            }
        }
    }

    /** What stands on both sides of the marks that are left in the text a reader sees, where that is Japanese; how often. */
    private static Map<String, Integer> around(String mark, List<String> texts) {
        Map<String, Integer> found = new HashMap<>();
        for (String text : texts) {
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
                String context = context(text, at, mark);
                if (context.codePoints().anyMatch(DisplayWidth::isWide)) {
                    found.merge(context, 1, Integer::sum);
                }
            }
        }
        return found;
    }

    private static String context(String text, int at, String mark) {
        int end = at + mark.length();
        String before = at == 0 ? "" : text.substring(text.offsetByCodePoints(at, -1), at);
        String after = end >= text.length() ? "" : text.substring(end, text.offsetByCodePoints(end, 1));
        return visible(before) + mark + visible(after);
    }

    /** Only wide characters tell one place from another: the rest may have become something else. */
    private static String visible(String character) {
        return !character.isEmpty() && DisplayWidth.isWide(character.codePointAt(0)) ? character : "";
    }
}
