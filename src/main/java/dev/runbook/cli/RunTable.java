package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Recorded runs as a table, the newest first. */
final class RunTable {
    private static final String GAP = "  ";
    private static final List<String> COLUMNS = List.of("id", "runbook", "host", "started", "steps", "state");

    private RunTable() {}

    static String of(Invocation invocation, List<RunSummary> runs) {
        if (runs.isEmpty()) {
            return invocation.quiet() ? "" : invocation.text("runs.none") + "\n";
        }
        Times times = Times.of(invocation.host());
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream()
                .map(name -> invocation.text("runs.column." + name))
                .toList());
        for (RunSummary run : runs) {
            rows.add(List.of(
                    Terminal.clean(run.id()),
                    Terminal.clean(run.runbook()),
                    Terminal.clean(run.host()),
                    run.started().map(times::full).orElse("?"),
                    run.held() + "/" + run.planned(),
                    invocation.text("runs.state." + run.state())));
        }
        StringBuilder out = new StringBuilder();
        for (int i = invocation.quiet() ? 1 : 0; i < rows.size(); i++) {
            String line = line(rows, rows.get(i));
            out.append(i == 0 ? invocation.style().faint(line) : line).append('\n');
        }
        return out.toString();
    }

    private static String line(List<List<String>> rows, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.size() - 1; c++) {
            int column = c;
            int width = rows.stream()
                    .mapToInt(r -> DisplayWidth.of(r.get(column)))
                    .max()
                    .orElse(0);
            line.append(Cells.left(row.get(c), width)).append(GAP);
        }
        return line.append(row.get(row.size() - 1)).toString();
    }
}
