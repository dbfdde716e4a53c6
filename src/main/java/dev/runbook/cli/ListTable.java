package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.model.Handbook;
import dev.runbook.model.RunbookId;
import java.util.List;
import java.util.OptionalInt;

/** Runbooks as a table, section by section. */
final class ListTable {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int MIN_TITLE = 12;
    private static final String GAP = "  ";

    private final int idWidth;
    private final int titleWidth;
    private final int stepsWidth;

    private ListTable(Invocation invocation, List<ListEntry> entries) {
        this.stepsWidth = DisplayWidth.of(invocation.text("list.steps"));
        int languages =
                width(entries.stream().map(ListEntry::languageCodes).toList(), invocation.text("list.languages"));
        this.idWidth = width(entries.stream().map(e -> e.id().path()).toList(), invocation.text("list.id"));
        int widest = width(entries.stream().map(ListEntry::title).toList(), invocation.text("list.title"));
        OptionalInt columns = limit(invocation);
        int room = columns.isEmpty()
                ? widest
                : columns.getAsInt() - 2 - idWidth - stepsWidth - languages - 3 * GAP.length();
        this.titleWidth = Math.min(widest, Math.max(MIN_TITLE, room));
    }

    static String of(Invocation invocation, Handbook handbook, List<ListEntry> entries) {
        if (entries.isEmpty()) {
            return invocation.quiet() ? "" : invocation.text("list.none") + "\n";
        }
        ListTable table = new ListTable(invocation, entries);
        StringBuilder out = new StringBuilder();
        Style style = invocation.style();
        if (!invocation.quiet()) {
            out.append(style.faint(table.row(
                            invocation.text("list.id"),
                            invocation.text("list.title"),
                            invocation.text("list.steps"),
                            invocation.text("list.languages"))))
                    .append('\n');
        }
        String section = "";
        for (ListEntry entry : entries) {
            String top = SectionOrder.top(entry.id());
            if (!top.equals(section)) {
                section = top;
                out.append(style.bold(title(invocation, handbook, section))).append('\n');
            }
            out.append(table.row(
                            entry.id().path(), entry.title(), String.valueOf(entry.steps()), entry.languageCodes()))
                    .append('\n');
        }
        return out.toString();
    }

    private static String title(Invocation invocation, Handbook handbook, String section) {
        return handbook.page(new RunbookId(section + "/index"))
                .map(page ->
                        page.in(invocation.language()).orElse(page.original()).title())
                .orElse(section);
    }

    /** Only a terminal has a width to fit into: what a pipe gets is cut nowhere. */
    private static OptionalInt limit(Invocation invocation) {
        return invocation.host().outIsTerminal()
                ? OptionalInt.of(invocation.host().columns().orElse(DEFAULT_COLUMNS))
                : OptionalInt.empty();
    }

    private static int width(List<String> texts, String heading) {
        return Math.max(
                DisplayWidth.of(heading),
                texts.stream().mapToInt(DisplayWidth::of).max().orElse(0));
    }

    private String row(String id, String title, String steps, String languages) {
        String cut = Cells.cut(Terminal.clean(title), titleWidth);
        return "  " + Cells.left(id, idWidth) + GAP + Cells.left(cut, titleWidth) + GAP + Cells.right(steps, stepsWidth)
                + GAP + languages;
    }
}
