package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import java.util.List;
import java.util.stream.Stream;

/** The static checks over a whole handbook. Pure: no file access. */
public final class Checker {
    private Checker() {}

    /** All that there is to say about a handbook, in the order of {@link Diagnostic#ORDER}; pages are checked in parallel. */
    public static List<Diagnostic> handbook(Handbook handbook, Progress progress) {
        Context context = Context.of(handbook);
        progress.begin(Progress.Phase.CHECKING, handbook.pages().size());
        Stream<Diagnostic> ofPages = handbook.pages().values().parallelStream().flatMap(page -> {
            List<Diagnostic> found = check(context, page);
            progress.advance();
            return found.stream();
        });
        Stream<Diagnostic> ofAll = Stream.concat(
                HandbookChecks.of(handbook).stream(),
                LongVowels.across(handbook.pages().values()).stream());
        return Stream.concat(ofPages.toList().stream(), ofAll)
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    /**
     * What concerns one page and its links to others, in the order of {@link Diagnostic#ORDER}: the same as
     * {@link #handbook} says of it, but for words that another page spells differently.
     */
    public static List<Diagnostic> page(Handbook handbook, Page page) {
        return Stream.concat(check(Context.of(handbook), page).stream(), LongVowels.across(List.of(page)).stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    private static List<Diagnostic> check(Context context, Page page) {
        Findings findings = new Findings();
        LinkChecks.check(context, page, findings);
        context.requirements().check(page, findings);
        EnvironmentChecks.check(context.handbook(), page, findings);
        TranslationChecks.check(context, page, findings);
        ExpectationChecks.check(page.original(), findings);
        ParameterChecks.check(page.original(), findings);
        CommandChecks.check(page.original(), findings);
        ProseChecks.check(page, findings);
        return findings.all();
    }
}
