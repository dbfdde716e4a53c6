package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import java.util.ArrayList;
import java.util.List;

/** The static checks over a whole handbook. Pure: no file access. */
public final class Checker {
    private Checker() {}

    /** All that there is to say about a handbook, in the order of {@link Diagnostic#ORDER}; pages are checked in parallel. */
    public static List<Diagnostic> handbook(Handbook handbook, Progress progress) {
        Context context = Context.of(handbook);
        progress.begin(Progress.Phase.CHECKING, handbook.pages().size());
        List<Diagnostic> found = new ArrayList<>(handbook.pages().values().parallelStream()
                .flatMap(page -> {
                    List<Diagnostic> ofPage = check(context, page);
                    progress.advance();
                    return ofPage.stream();
                })
                .toList());
        found.addAll(HandbookChecks.of(handbook));
        found.addAll(context.vowels().report(handbook.pages().values()));
        found.sort(Diagnostic.ORDER);
        return List.copyOf(found);
    }

    /**
     * What concerns one page and its links to others, in the order of {@link Diagnostic#ORDER}: the same as
     * {@link #handbook} says of it, but for words that another page spells differently.
     */
    public static List<Diagnostic> page(Handbook handbook, Page page) {
        Context context = Context.of(handbook);
        List<Diagnostic> found = new ArrayList<>(check(context, page));
        found.addAll(context.vowels().report(List.of(page)));
        found.sort(Diagnostic.ORDER);
        return List.copyOf(found);
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
        ProseChecks.check(context, page, findings);
        return findings.all();
    }
}
