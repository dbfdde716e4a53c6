package dev.runbook.cli;

import dev.runbook.app.UpdateRunbook.Updated;
import dev.runbook.model.Page;
import dev.runbook.model.Step;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --update} wrote into a runbook, and what it did not. */
final class UpdateReport {
    private final RunTexts texts;
    private final String file;

    /**
     * Of one file.
     *
     * @param file as the person would write it
     */
    UpdateReport(RunTexts texts, String file) {
        this.texts = texts;
        this.file = file;
    }

    /** The lines, each with its newline. */
    String text(Updated updated, Page page) {
        StringBuilder out = new StringBuilder();
        if (!updated.changed().isEmpty()) {
            out.append(texts.get("update.changed", file, names(updated.changed())))
                    .append('\n');
            if (!page.translations().isEmpty()) {
                out.append(texts.get("update.translations", "runbook sync " + page.id()))
                        .append('\n');
            }
        }
        if (!updated.secret().isEmpty()) {
            String kept = texts.get("update.secret", file, names(updated.secret()));
            out.append(texts.style().yellow(kept)).append('\n');
        }
        return out.length() == 0 ? texts.get("update.same") + "\n" : out.toString();
    }

    private static String names(List<Step> steps) {
        return steps.stream().map(step -> "#" + step.id().name()).collect(Collectors.joining(" "));
    }
}
