package dev.runbook.values;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A text as programs print it between quotes or in the syntax of a language, without the quotes around it. */
final class QuotedForms {
    /** What {@code printf %q} of bash puts a backslash before; {@code #} at the start only, {@code ~} where a shell reads it. */
    private static final String SHELL_SPECIAL = " \t!\"$&'()*,;<>?[\\]^`{|}";

    private static final Map<Character, String> C_NAMES =
            Map.of('\n', "\\n", '\t', "\\t", '\r', "\\r", '\b', "\\b", '\f', "\\f");
    private static final Map<Character, String> ANSI_C_NAMES = Map.of(
            '\n', "\\n", '\t', "\\t", '\r', "\\r", '\b', "\\b", '\f', "\\f", '\u0007', "\\a", '\u000B', "\\v", '\u001B',
            "\\E");

    private QuotedForms() {}

    static Set<String> of(String text) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(text);
        // A terminal.
        forms.add(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        addShell(text, forms);
        addJson(text, forms);
        addLanguages(text, forms);
        addHtml(text, forms);
        return forms;
    }

    private static void addShell(String text, Set<String> forms) {
        forms.add(text.replace("'", "'\\''"));
        forms.add(text.replace("'", "'\"'\"'"));
        forms.add(backslashed(text, "\"$`\\"));
        forms.add(backslashed(text, "\"$`\\!"));
        String word = backslashed(text, SHELL_SPECIAL).replace("=~", "=\\~").replace(":~", ":\\~");
        forms.add(word);
        if (text.startsWith("#") || text.startsWith("~")) {
            forms.add('\\' + word);
        }
        forms.add(escaped(text, "\\'", ANSI_C_NAMES, Escape.OCTAL, false));
        forms.add(escaped(text, "\\'", ANSI_C_NAMES, Escape.OCTAL, true));
    }

    private static void addJson(String text, Set<String> forms) {
        for (Escape escape : new Escape[] {Escape.UNICODE, Escape.UNICODE_UPPER}) {
            for (boolean ascii : new boolean[] {false, true}) {
                String json = escaped(text, "\"\\", C_NAMES, escape, ascii);
                forms.add(json);
                forms.add(json.replace("/", "\\/"));
                // Go and others keep JSON from being read as HTML.
                forms.add(json.replace("<", escape.of('<'))
                        .replace(">", escape.of('>'))
                        .replace("&", escape.of('&')));
                forms.add(json.replace("<", escape.of('<'))
                        .replace(">", escape.of('>'))
                        .replace("&", escape.of('&'))
                        .replace("'", escape.of('\'')));
            }
        }
    }

    /** SQL and YAML double a single quote; Python, Ruby, Go and C put a backslash before what needs one. */
    private static void addLanguages(String text, Set<String> forms) {
        forms.add(text.replace("'", "''"));
        forms.add(text.replace("\\", "\\\\"));
        forms.add(text.replace("\\", "\\\\").replace("'", "\\'"));
        for (String special : new String[] {"\\", "\\'", "\\\""}) {
            for (boolean ascii : new boolean[] {false, true}) {
                forms.add(escaped(text, special, C_NAMES, Escape.BYTE, ascii));
            }
        }
    }

    private static void addHtml(String text, Set<String> forms) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(html);
        String quoted = html.replace("\"", "&quot;");
        forms.add(quoted);
        for (String quote : new String[] {"&#39;", "&#039;", "&#x27;", "&apos;"}) {
            forms.add(quoted.replace("'", quote));
        }
        forms.add(html.replace("\"", "&#34;").replace("'", "&#39;"));
    }

    private static String backslashed(String text, String special) {
        return escaped(text, special, Map.of(), Escape.NONE, false);
    }

    /**
     * A text with characters escaped.
     *
     * @param special gets a backslash
     * @param names has an escape of its own
     * @param escape for other control characters
     * @param ascii whether also for what is not ASCII
     */
    private static String escaped(
            String text, String special, Map<Character, String> names, Escape escape, boolean ascii) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            char c = text.charAt(at);
            String name = names.get(c);
            if (name != null) {
                escaped.append(name);
            } else if (special.indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || (ascii && point > 0x7F)) {
                escaped.append(escape.of(point));
            } else {
                escaped.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return escaped.toString();
    }
}
