package dev.runbook.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@code http://} and {@code https://} in text. As in GFM, except that a URL ends at the first character that is
 * not ASCII: {@code https://example.org/foo。次の文} is a URL and a sentence.
 */
final class BareUrls {
    private static final String ENDS_URL = "<>[]{}`\\|^";
    private static final String TRAILING = "?!.,:*_~'\"";
    private static final Pattern ENTITY = Pattern.compile("&[A-Za-z0-9]{1,31};$");
    private static final int LONGEST_ENTITY = 33;

    private BareUrls() {}

    /** The index behind the URL that begins at an index; -1 if none does. */
    static int end(String text, int from) {
        if (from > 0 && isWordCharacter(text.charAt(from - 1))) {
            return -1;
        }
        int host = text.startsWith("https://", from) ? from + 8 : text.startsWith("http://", from) ? from + 7 : -1;
        if (host < 0 || host >= text.length() || !isWordCharacter(text.charAt(host))) {
            return -1;
        }
        int end = host;
        while (end < text.length() && isUrlCharacter(text.charAt(end))) {
            end++;
        }
        return withoutTrailing(text, host, end);
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isUrlCharacter(char c) {
        return c > ' ' && c < 0x7F && ENDS_URL.indexOf(c) < 0;
    }

    /** The end without the punctuation that belongs to the sentence. */
    private static int withoutTrailing(String text, int from, int to) {
        int unbalanced = 0;
        for (int i = from; i < to; i++) {
            unbalanced += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
        }
        int end = to;
        while (end > from) {
            char last = text.charAt(end - 1);
            if (last == ')' && unbalanced > 0) {
                unbalanced--;
                end--;
            } else if (last == ';') {
                Matcher entity = ENTITY.matcher(text).region(Math.max(from, end - LONGEST_ENTITY), end);
                end = entity.find() ? entity.start() : end - 1;
            } else if (TRAILING.indexOf(last) >= 0) {
                end--;
            } else {
                break;
            }
        }
        return end;
    }
}
