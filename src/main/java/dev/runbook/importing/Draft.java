package dev.runbook.importing;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A handbook's draft.
 *
 * @param source the memo's text with its secrets masked: what excerpts are shown from
 * @param encoding that it was read in
 * @param files by path in the handbook, with {@code /}
 * @param pages how many of them are runbooks
 * @param fates of the memo's lines, from the first on
 * @param reworded the lines in pages that do not have all their words there: prompts, {@code sudo}
 * @param unsure what to look at, in the memo's order
 */
public record Draft(
        SourceFile source,
        String encoding,
        SortedMap<String, String> files,
        int pages,
        List<Account.Fate> fates,
        List<Integer> reworded,
        List<Diagnostic> unsure) {
    public Draft {
        files = Collections.unmodifiableSortedMap(files);
        fates = List.copyOf(fates);
        reworded = List.copyOf(reworded);
        unsure = unsure.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }
}
