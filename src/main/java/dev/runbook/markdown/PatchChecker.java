package dev.runbook.markdown;

import dev.runbook.patch.UnifiedPatch;
import java.util.List;

/** Checks that a text is a unified diff of one file whose hunks have the lengths that their headers say. */
final class PatchChecker {
    private PatchChecker() {}

    /** Reports the first line at which the text stops being a diff. */
    static void check(List<SourceText> lines, Problems problems) {
        UnifiedPatch.badLine(lines.stream().map(SourceText::text).toList()).ifPresent(bad -> {
            SourceText line = lines.get(bad);
            problems.add(MarkdownCode.BAD_PATCH, line.start(), line.end());
        });
    }
}
