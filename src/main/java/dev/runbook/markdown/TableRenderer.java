package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/** Writes tables. Columns are aligned by class, since the site allows no inline style. */
final class TableRenderer {
    private final HtmlWriter out;
    private final InlineRenderer inlines;

    TableRenderer(HtmlWriter out, InlineRenderer inlines) {
        this.out = out;
        this.inlines = inlines;
    }

    void render(Table table) {
        Node head = table.getFirstChild();
        out.line();
        out.raw("<table>\n<thead>\n");
        row(head, "th");
        out.raw("</thead>\n");
        if (head.getNext() != null) {
            out.raw("<tbody>\n");
            for (Node row = head.getNext(); row != null; row = row.getNext()) {
                row(row, "td");
            }
            out.raw("</tbody>\n");
        }
        out.raw("</table>\n");
    }

    private void row(Node row, String name) {
        out.raw("<tr>\n");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            out.raw("<" + name);
            ((Table.Cell) cell)
                    .alignment()
                    .ifPresent(a -> out.raw(" class=\"align-" + a.name().toLowerCase(Locale.ROOT) + "\""));
            out.raw(">");
            inlines.render(cell);
            out.raw("</" + name + ">\n");
        }
        out.raw("</tr>\n");
    }
}
