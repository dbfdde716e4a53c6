package dev.runbook.app;

import dev.runbook.check.StepPairs;
import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Step;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Brings translations up to their originals: copies the code and attributes of steps over, and touches no prose. A second
 * run changes nothing.
 */
public final class Sync {
    private final List<SyncReport.Change> changes = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Sync() {}

    /**
     * What is to be changed in the translations of pages; nothing is written. Pages without a translation are passed over.
     *
     * @param accept whether to record that each translation has been compared with its original as it now is
     */
    public static SyncReport all(Handbook handbook, Language language, boolean accept) {
        Sync sync = new Sync();
        for (Page page : handbook.pages().values()) {
            if (page.translations().containsKey(language)) {
                sync.page(page, language, accept);
            }
        }
        return new SyncReport(sync.changes, sync.diagnostics);
    }

    /** The same for some pages, each of which must have a translation. */
    public static SyncReport pages(Handbook handbook, Collection<RunbookId> pages, Language language, boolean accept) {
        Sync sync = new Sync();
        for (RunbookId id : pages) {
            handbook.page(id).ifPresent(page -> sync.page(page, language, accept));
        }
        return new SyncReport(sync.changes, sync.diagnostics);
    }

    private void page(Page page, Language language, boolean accept) {
        Runbook original = page.original();
        Runbook translation = page.translations().get(language);
        if (translation == null) {
            diagnostics.add(Diagnostic.of(
                    SyncCode.SYNC_NO_TRANSLATION,
                    Span.startOf(original.source().name()),
                    language.code(),
                    page.id() + "." + language.code() + ".md"));
            return;
        }
        List<SyncEdit> edits = new ArrayList<>();
        StepPairs steps = StepPairs.of(original, translation);
        for (StepPairs.Pair pair : steps.pairs()) {
            if (!pair.original().isManual()) {
                new SyncBlock(original.source(), translation.source()).step(pair.original(), pair.translated(), edits);
            }
        }
        if (accept) {
            SyncRecord.of(original, translation).ifPresent(edits::add);
        }
        edits.sort(Comparator.comparingInt(SyncEdit::start));
        if (!edits.isEmpty()) {
            changes.add(new SyncReport.Change(translation.source(), edits));
        }
        report(original, translation, steps);
    }

    private void report(Runbook original, Runbook translation, StepPairs steps) {
        for (Step missing : steps.missing()) {
            if (!missing.isManual()) {
                String info = SyncFence.of(original.source(), missing.span().startLine())
                        .map(SyncFence::info)
                        .orElse(missing.info());
                diagnostics.add(Diagnostic.of(
                        SyncCode.SYNC_MISSING_BLOCK,
                        above(missing, original, translation, steps),
                        missing.id().name(),
                        missing.span(),
                        info));
            }
        }
        for (Step extra : steps.extra()) {
            if (!extra.isManual()) {
                Span fence = translation.source().lineSpan(extra.span().startLine());
                diagnostics.add(Diagnostic.of(
                        SyncCode.SYNC_EXTRA_BLOCK, fence, original.source().name()));
            }
        }
    }

    /** The step of the translation that the missing one would follow; the page's start if there is none. */
    private static Span above(Step missing, Runbook original, Runbook translation, StepPairs steps) {
        List<Step> originals = original.steps();
        return steps.pairs().stream()
                .filter(p -> originals.indexOf(p.original()) < originals.indexOf(missing))
                .max(Comparator.comparingInt(p -> originals.indexOf(p.original())))
                .map(p -> translation.source().lineSpan(p.translated().span().startLine()))
                .orElseGet(() -> Span.startOf(translation.source().name()));
    }
}
