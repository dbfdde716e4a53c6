package dev.runbook.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as Markdown that shows exactly that text; bare URLs become links. */
final class Markdown {
    private static final Pattern URL = Pattern.compile("https?://[\\w!$&'()*+,./:;=?@%#~-]+");
    private static final Pattern MARK = Pattern.compile("([+=-]|[0-9]{1,9}[.)]|>|#{1,6})(?=\\s|$)|>|[=-]+$|\\||~~~");

    private Markdown() {}

    /** Text within a line. */
    static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher url = URL.matcher(text);
        int at = 0;
        while (url.find()) {
            String found = url.group().replaceFirst("[.,:;'!?)]+$", "");
            int end = url.start() + found.length();
            boolean pointed = url.start() > at && text.charAt(url.start() - 1) == '<' && text.startsWith(">", end);
            escape(text.substring(at, url.start() - (pointed ? 1 : 0)), out);
            out.append('<').append(found).append('>');
            at = end + (pointed ? 1 : 0);
        }
        escape(text.substring(at), out);
        return out.toString();
    }

    /** Text at the start of a line: it begins neither a list, a heading nor a quotation. */
    static String line(String text) {
        String stripped = text.strip();
        Matcher mark = MARK.matcher(stripped);
        if (!mark.lookingAt()) {
            return inline(stripped);
        }
        int place = mark.group().matches("[0-9]+[.)]") ? mark.end() - 1 : 0;
        return stripped.substring(0, place) + "\\" + stripped.charAt(place) + inline(stripped.substring(place + 1));
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean inWord = isWord(before) && isWord(after);
            boolean special = "\\`*[]<".indexOf(c) >= 0
                    || (c == '_' && !inWord)
                    || (c == '~' && (after == '~' || before == '~'))
                    || (c == '&' && (Character.isLetter(after) || after == '#'))
                    || c == '{'
                    || (c == ':' && after == '/' && i + 2 < text.length() && text.charAt(i + 2) == '/');
            out.append(special ? "\\" : "").append(c);
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && c < 0x7F;
    }

    /** A text in backticks. */
    static String code(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String ticks = "`".repeat(longest + 1);
        return longest == 0 ? ticks + text + ticks : ticks + " " + text + " " + ticks;
    }

    /** The fence for code: longer than any in it. */
    static String fence(Iterable<String> lines) {
        int longest = 2;
        for (String line : lines) {
            String stripped = line.strip();
            int run = 0;
            while (run < stripped.length() && stripped.charAt(run) == '`') {
                run++;
            }
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
