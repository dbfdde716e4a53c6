package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.importing.Account;
import dev.runbook.importing.Account.Fate;
import dev.runbook.importing.Draft;
import dev.runbook.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * An import for programs: one JSON object, {@code {"version":1, "encoding", "pages", "written", "files":[…],
 * "diagnostics":[…], "lines":[…]}}. Diagnostics are those of {@link JsonReport}. {@code lines} has an object for each
 * line of the memo, from the first on: {@code {"file", "line"}} where it is in the draft, else {@code {"left"}} with the
 * reason.
 */
public final class ImportReport {
    private static final int VERSION = 1;

    private final JsonReport json;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from the memo's name to the path that the reader can open
     */
    public ImportReport(Language language, Function<String, String> displayPath) {
        this.json = new JsonReport(language, displayPath);
    }

    /**
     * The report.
     *
     * @param files all files of the draft, the report among them
     * @param written whether they were written
     */
    public String render(Draft draft, List<String> files, boolean written) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", VERSION);
        report.put("encoding", draft.encoding());
        report.put("pages", draft.pages());
        report.put("written", written);
        report.put("files", files);
        report.put("diagnostics", draft.unsure().stream().map(json::diagnostic).toList());
        List<Map<String, Object>> lines = new ArrayList<>();
        draft.fates().forEach(fate -> lines.add(line(fate)));
        report.put("lines", lines);
        return Json.pretty(report);
    }

    private static Map<String, Object> line(Fate fate) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (fate instanceof Account.Placed placed) {
            line.put("file", placed.file());
            line.put("line", placed.line());
        } else if (fate instanceof Account.Left left) {
            line.put("left", left.reason().name().toLowerCase(Locale.ROOT));
        }
        return line;
    }
}
