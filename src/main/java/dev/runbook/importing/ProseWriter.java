package dev.runbook.importing;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.importing.MemoLine.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes text that is neither command nor listing: its lines stay lines, its bullets become lists. */
final class ProseWriter {
    private static final Pattern BULLET =
            Pattern.compile("(?:[・•●○◆◇■□▲△▼▽★☆◎►▶➤⇒]|[-*+](?=\\s)|\\((?=\\s))[ \\t\\u3000]*(?=\\S)");
    private static final Pattern COLUMNS = Pattern.compile(".*\\S(?: {3,}|\\t)\\S.*");
    /** A line this wide that ends within a sentence was broken by an editor, not by its author. */
    private static final int WRAPPED = 72;

    private final Sheet sheet;
    private final Parameters parameters;

    ProseWriter(Sheet sheet, Parameters parameters) {
        this.sheet = sheet;
        this.parameters = parameters;
    }

    /** Paragraphs, lists, and aligned columns as they are. */
    void write(List<MemoLine> lines) {
        int at = 0;
        while (at < lines.size()) {
            int from = at;
            if (isColumns(lines.get(at))) {
                while (at < lines.size() && isColumns(lines.get(at))) {
                    at++;
                }
                columns(lines.subList(from, at));
            } else if (isBullet(lines.get(at))) {
                int indent = lines.get(at).indent();
                at++;
                while (at < lines.size()
                        && (isBullet(lines.get(at)) || lines.get(at).indent() > indent)) {
                    at++;
                }
                list(lines.subList(from, at));
            } else {
                while (at < lines.size() && !isColumns(lines.get(at)) && !isBullet(lines.get(at))) {
                    at++;
                }
                paragraph(lines.subList(from, at), "");
            }
        }
    }

    /** GitHub's alert. */
    void alert(List<MemoLine> lines, String kind) {
        sheet.blank();
        sheet.add("> [!" + kind + "]");
        broken(lines, "> ", "> ");
        sheet.blank();
    }

    private static boolean isColumns(MemoLine line) {
        return COLUMNS.matcher(line.body()).matches() && !isBullet(line);
    }

    private static boolean isBullet(MemoLine line) {
        return BULLET.matcher(line.body()).lookingAt();
    }

    private void columns(List<MemoLine> lines) {
        sheet.blank();
        List<String> texts = lines.stream().map(MemoLine::text).toList();
        String fence = Markdown.fence(texts);
        sheet.add(fence + "text");
        for (MemoLine line : lines) {
            sheet.add(plain(line), line);
        }
        sheet.add(fence);
        sheet.blank();
    }

    private String plain(MemoLine line) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hole hole : line.secrets()) {
            out.append(line.text(), at, hole.start())
                    .append("${")
                    .append(parameters.name(line, hole))
                    .append('}');
            at = hole.end();
        }
        return out.append(line.text().substring(at).stripTrailing()).toString();
    }

    private void list(List<MemoLine> lines) {
        sheet.blank();
        List<Integer> depths = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            MemoLine line = lines.get(at);
            while (!depths.isEmpty() && depths.get(depths.size() - 1) >= line.indent()) {
                depths.remove(depths.size() - 1);
            }
            String margin = "  ".repeat(Math.min(depths.size(), 4));
            depths.add(line.indent());
            int end = at + 1;
            while (end < lines.size() && !isBullet(lines.get(end))) {
                end++;
            }
            Matcher bullet = BULLET.matcher(line.body());
            int skip = bullet.lookingAt() ? bullet.end() : 0;
            sheet.add(margin + "- " + text(line, line.indent() + skip, true) + (end > at + 1 ? "\\" : ""), line);
            broken(lines.subList(at + 1, end), margin + "  ", margin + "  ");
            at = end;
        }
        sheet.blank();
    }

    /** Lines that stay lines; a paragraph of its own. */
    void paragraph(List<MemoLine> lines, String margin) {
        sheet.blank();
        broken(lines, margin, margin);
        sheet.blank();
    }

    private void broken(List<MemoLine> lines, String first, String margin) {
        for (int i = 0; i < lines.size(); i++) {
            MemoLine line = lines.get(i);
            boolean last = i == lines.size() - 1;
            boolean wrapped = !last
                    && lines.get(i + 1).indent() == line.indent()
                    && DisplayWidth.of(line.text()) >= WRAPPED
                    && !line.body().matches(".*[。.!?！？:：)）]");
            String text = text(line, line.indent(), true);
            sheet.add((i == 0 ? first : margin) + text + (last || wrapped ? "" : "\\"), line);
        }
    }

    /** A line's text from an offset on, with its secrets replaced. */
    String text(MemoLine line, int start, boolean begins) {
        return text(line, start, line.indent() + line.body().length(), begins);
    }

    String text(MemoLine line, int start, int end, boolean begins) {
        StringBuilder out = new StringBuilder();
        int at = start;
        for (Hole hole : line.secrets()) {
            if (hole.start() >= at && hole.end() <= end) {
                out.append(part(line.text().substring(at, hole.start()), begins && at == start));
                out.append(Markdown.code("$" + parameters.name(line, hole)));
                at = hole.end();
            }
        }
        return out.append(part(line.text().substring(at, end), begins && at == start))
                .toString()
                .strip();
    }

    private static String part(String text, boolean begins) {
        return begins ? Markdown.line(text) + (text.endsWith(" ") ? " " : "") : Markdown.inline(text);
    }
}
