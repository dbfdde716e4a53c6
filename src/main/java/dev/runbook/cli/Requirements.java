package dev.runbook.cli;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which runbooks should have been carried out before, and what is known of that. */
final class Requirements {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private Requirements() {}

    /**
     * A line for each, or nothing where nothing is required.
     *
     * @param host the machine that the runbook is carried out on
     */
    static String text(Handbook handbook, Page page, RunRecords records, String host, RunTexts texts)
            throws IOException {
        List<RunbookId> required = new ArrayList<>();
        page.original()
                .frontMatter()
                .requires()
                .forEach(word -> handbook.find(word.value()).forEach(found -> required.add(found.id())));
        if (required.isEmpty()) {
            return "";
        }
        Map<RunbookId, Instant> completed = records.completed(host);
        StringBuilder out = new StringBuilder();
        for (RunbookId id : required) {
            Instant done = completed.get(id);
            String line = done == null
                    ? texts.style().yellow(texts.get("requires.unknown", id))
                    : texts.get("requires.done", id, DAY.format(done.atZone(ZoneId.systemDefault())));
            out.append(line).append('\n');
        }
        return out.toString();
    }
}
