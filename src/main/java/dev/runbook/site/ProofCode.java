package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.match.Escapes;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.outcome.ByteText;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.site.view.Part.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a verification saw, as code that a page shows. What cannot be seen is written out as {@code (esc)} would have it, and
 * what is long is cut with a line that says so: the results hold all of it.
 */
final class ProofCode {
    /** Lines that are shown of an output's start, and of its end. */
    private static final int START = 60;

    private static final int END = 30;
    /** Code points that are shown of a line. */
    private static final int WIDTH = 500;
    /** Lines around a difference. */
    private static final int CONTEXT = 3;

    private final Theme theme;
    private final Language language;

    ProofCode(Theme theme, Language language) {
        this.theme = theme;
        this.language = language;
    }

    /**
     * What was written; empty where nothing was.
     *
     * @param commands those of a console session, each before its output; there may be fewer or none
     */
    Optional<Code> output(List<Output> outputs, List<ConsoleCommand> commands) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < outputs.size(); i++) {
            if (i < commands.size()) {
                command(commands.get(i), out);
            }
            output(outputs.get(i), out);
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(new Code("", out.toString(), false));
    }

    private static void command(ConsoleCommand command, StringBuilder out) {
        String prompt = command.root() ? "# " : "$ ";
        for (String line : command.command().split("\n", -1)) {
            out.append("<span class=\"prompt\">").append(Escape.html(prompt)).append("</span>");
            out.append(Escape.html(line)).append('\n');
            prompt = "> ";
        }
    }

    private void output(Output output, StringBuilder out) {
        if (output.isEmpty()) {
            return;
        }
        out.append("<span class=\"output\">");
        lines(ByteText.of(output.head()), START, output.isWhole() ? END : 0, out);
        if (!output.isWhole()) {
            leftOut("proof.bytes", output.dropped(), out);
            lines(ByteText.of(output.tail()), 0, END, out);
        }
        out.append("</span>");
    }

    private void lines(String text, int start, int end, StringBuilder out) {
        String ended = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        // Not String.lines(): a carriage return is part of what was written.
        List<String> lines = Arrays.asList(ended.split("\n", -1));
        // To leave out a single line would save nothing.
        boolean cut = lines.size() > start + end + 1;
        for (int i = 0; i < lines.size(); i++) {
            if (cut && i == start) {
                i = lines.size() - end;
                leftOut("proof.lines", i - start, out);
                if (end == 0) {
                    return;
                }
            }
            out.append(visible(lines.get(i))).append('\n');
        }
    }

    private void leftOut(String key, long amount, StringBuilder out) {
        out.append("<span class=\"left-out\">")
                .append(Escape.html(theme.text(language, key, amount)))
                .append("</span>\n");
    }

    /** A line as HTML. */
    private static String visible(String line) {
        int[] points = line.codePoints().limit(WIDTH + 1).toArray();
        StringBuilder shown = new StringBuilder(line.length());
        for (int i = 0; i < Math.min(points.length, WIDTH); i++) {
            shown.append(points[i] == '\t' ? "\t" : Escapes.shown(points[i]));
        }
        return Escape.html(points.length > WIDTH ? shown.append('…').toString() : shown.toString());
    }

    /** How an output differs: {@code -} what was expected, {@code +} what was written. */
    Code diff(Mismatch mismatch) {
        StringBuilder out = new StringBuilder();
        List<Mismatch.Line> lines = mismatch.lines();
        int shown = 0;
        for (int i = 0; i < lines.size(); i++) {
            int same = sameLines(lines, i);
            if (shown >= START + END) {
                meta("proof.lines", lines.size() - i, out);
                break;
            }
            if (same > 1) {
                meta("proof.same", same, out);
                i += same - 1;
            } else {
                line(lines.get(i), out);
            }
            shown++;
        }
        return new Code("diff", out.toString(), true);
    }

    /** How many lines from here on are as expected and not near a difference. */
    private static int sameLines(List<Mismatch.Line> lines, int from) {
        int before = from == 0 ? 0 : CONTEXT;
        int at = from;
        for (int i = Math.max(0, from - before); i < from; i++) {
            if (lines.get(i).kind() != Mismatch.Kind.MATCHED) {
                return 0;
            }
        }
        while (at < lines.size() && lines.get(at).kind() == Mismatch.Kind.MATCHED) {
            at++;
        }
        return at == lines.size() ? at - from : at - from - CONTEXT;
    }

    private void line(Mismatch.Line line, StringBuilder out) {
        switch (line.kind()) {
            case MATCHED -> out.append("<span class=\"line\">  ");
            case MISSING -> out.append("<span class=\"line del\">- ");
            case UNEXPECTED -> out.append("<span class=\"line add\">+ ");
        }
        out.append(visible(line.text())).append("\n</span>");
        if (line.noNewline()) {
            meta("proof.no-newline", 0, out);
        }
    }

    private void meta(String key, long amount, StringBuilder out) {
        out.append("<span class=\"line hunk\">")
                .append(Escape.html(theme.text(language, key, amount)))
                .append("\n</span>");
    }
}
