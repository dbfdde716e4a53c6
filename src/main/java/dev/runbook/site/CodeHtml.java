package dev.runbook.site;

import dev.runbook.check.ParameterUses.Context;
import dev.runbook.check.ParameterUses.Use;
import dev.runbook.highlight.Highlighter;
import dev.runbook.highlight.Token;
import dev.runbook.highlight.Token.Kind;
import dev.runbook.site.view.Part.Code;
import dev.runbook.site.view.Part.Quote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coloured code in which parameters can be filled in. */
final class CodeHtml {
    private static final Map<Kind, String> CLASSES = classes();

    private CodeHtml() {}

    /**
     * Code as a page shows it, without its last newline: a command that is pasted must not run before it was read.
     *
     * @param allUses where parameters occur, in order
     */
    static Code of(String language, String code, List<Use> allUses) {
        String shown = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
        List<Use> uses = apart(allUses, shown.length());
        StringBuilder out = new StringBuilder(shown.length() * 2);
        int at = 0;
        int next = 0;
        for (Token token : Highlighter.tokens(language, shown)) {
            int end = at + token.text().length();
            String css = CLASSES.getOrDefault(token.kind(), "");
            boolean line = css.startsWith("line");
            if (line) {
                out.append("<span class=\"").append(css).append("\">");
            }
            int from = at;
            while (next < uses.size() && uses.get(next).start() < end) {
                Use use = uses.get(next);
                int start = Math.max(use.start(), from);
                piece(out, shown, from, start, line ? "" : css);
                int stop = Math.min(use.end(), end);
                parameter(out, shown, use, start, stop);
                from = stop;
                if (use.end() > end) {
                    break;
                }
                next++;
            }
            piece(out, shown, from, end, line ? "" : css);
            if (line) {
                out.append("</span>");
            }
            at = end;
        }
        return new Code(language, out.toString(), Highlighter.isDiff(language));
    }

    /** The uses that do not overlap: each is an element, and elements do not cross. */
    private static List<Use> apart(List<Use> uses, int length) {
        List<Use> apart = new ArrayList<>();
        int end = 0;
        for (Use use : uses) {
            if (use.start() >= end && use.end() <= length) {
                apart.add(use);
                end = use.end();
            }
        }
        return apart;
    }

    /** Output as it is: nothing in it is coloured. */
    static Code plain(String text) {
        return new Code("", Escape.html(text), false);
    }

    private static void piece(StringBuilder out, String code, int start, int end, String css) {
        if (end <= start) {
            return;
        }
        if (css.isEmpty()) {
            Escape.append(out, code, start, end);
            return;
        }
        out.append("<span class=\"").append(css).append("\">");
        Escape.append(out, code, start, end);
        out.append("</span>");
    }

    /** A use is one element, whichever tokens it is made of: the value takes the place of its whole text. */
    private static void parameter(StringBuilder out, String code, Use use, int start, int end) {
        if (start == use.start()) {
            out.append("<span class=\"param tok-variable\" data-param=\"")
                    .append(use.name())
                    .append("\" data-quote=\"")
                    .append(quote(use.context()).name().toLowerCase(Locale.ROOT))
                    .append("\">");
        }
        Escape.append(out, code, start, end);
        if (end == use.end()) {
            out.append("</span>");
        }
    }

    private static Quote quote(Context context) {
        return switch (context) {
            // Unquoted, a value could fall apart into several words: it becomes one word.
            case SHELL_WORD, SHELL_BARE -> Quote.SHELL_WORD;
            case SHELL_DOUBLE -> Quote.SHELL_DOUBLE;
            case SHELL_HEREDOC -> Quote.SHELL_HEREDOC;
            case SQL_LITERAL -> Quote.SQL_LITERAL;
            case SQL_IDENTIFIER -> Quote.SQL_IDENTIFIER;
            case RAW -> Quote.RAW;
        };
    }

    private static Map<Kind, String> classes() {
        Map<Kind, String> classes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            classes.put(kind, "tok-" + kind.name().toLowerCase(Locale.ROOT));
        }
        classes.put(Kind.PLAIN, "");
        classes.put(Kind.PROMPT, "prompt");
        classes.put(Kind.OUTPUT, "output");
        classes.put(Kind.DIFF_ADD, "line add");
        classes.put(Kind.DIFF_DEL, "line del");
        classes.put(Kind.DIFF_HUNK, "line hunk");
        classes.put(Kind.DIFF_FILE, "line meta");
        classes.put(Kind.DIFF_CONTEXT, "line");
        return classes;
    }
}
