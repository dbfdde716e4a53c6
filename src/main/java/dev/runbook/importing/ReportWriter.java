package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.importing.Account.Fate;
import dev.runbook.importing.Account.Left;
import dev.runbook.importing.Account.Placed;
import dev.runbook.importing.Account.Reason;
import dev.runbook.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/** The report of an import, as Markdown: what to look at, line by line, and where each line of the memo went. */
public final class ReportWriter {
    private final Draft draft;
    private final Language language;
    private final Messages texts;
    private final StringBuilder out = new StringBuilder();

    private ReportWriter(Draft draft, Language language) {
        this.draft = draft;
        this.language = language;
        this.texts = Messages.of(ReportWriter.class, "report", language);
    }

    /** The report in a language. */
    public static String text(Draft draft, Language language) {
        return new ReportWriter(draft, language).write();
    }

    private String write() {
        String name = draft.source().name();
        line("# " + texts.get("title", Markdown.inline(name)));
        line("");
        line(texts.get("read", draft.fates().size(), draft.encoding(), draft.pages()));
        line("");
        line("## " + texts.get("unsure", draft.unsure().size()));
        line("");
        unsure();
        line("## " + texts.get("left"));
        line("");
        line(texts.get("left.text"));
        line("");
        left();
        line("## " + texts.get("reworded"));
        line("");
        reworded();
        line("## " + texts.get("where"));
        line("");
        line("| " + texts.get("where.memo") + " | " + texts.get("where.draft") + " |");
        line("|---|---|");
        where();
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void unsure() {
        if (draft.unsure().isEmpty()) {
            line(texts.get("unsure.none"));
            line("");
            return;
        }
        for (Diagnostic diagnostic : draft.unsure()) {
            int number = diagnostic.span().startLine();
            line("- **" + number + ":" + diagnostic.span().startColumn() + "** " + place(number)
                    + Markdown.inline(diagnostic.message(language)) + " \\["
                    + diagnostic.code().id() + "]\\");
            String text = draft.source().line(number).strip();
            if (!text.isEmpty()) {
                int end = Math.min(text.length(), 120);
                line("  " + Markdown.code(text.substring(0, end)) + (end < text.length() ? "…" : "") + "\\");
            }
            line("  " + Markdown.inline(diagnostic.hint(language)));
        }
        line("");
    }

    private String place(int number) {
        boolean known = number <= draft.fates().size();
        return known && draft.fates().get(number - 1) instanceof Placed placed
                ? "(" + Markdown.code(placed.file() + ":" + placed.line()) + ") "
                : "";
    }

    private void left() {
        boolean any = false;
        for (int i = 0; i < draft.fates().size(); i++) {
            String text = draft.source().line(i + 1);
            if (!(draft.fates().get(i) instanceof Left left) || text.isBlank()) {
                continue;
            }
            any = true;
            String reason = texts.get("left." + left.reason().name().toLowerCase(java.util.Locale.ROOT));
            if (left.reason() == Reason.OVERLONG) {
                line("- **" + (i + 1) + "** " + reason);
                line("");
                String fence = Markdown.fence(List.of(text));
                line("  " + fence + "text");
                line("  " + text);
                line("  " + fence);
                line("");
            } else {
                line("- **" + (i + 1) + "** " + Markdown.code(text.strip()) + " " + reason);
            }
        }
        line(any ? "" : texts.get("left.none") + "\n");
    }

    private void reworded() {
        for (int number : draft.reworded()) {
            String text = draft.source().line(number).strip();
            line("- **" + number + "** " + place(number) + Markdown.code(text));
        }
        line(draft.reworded().isEmpty() ? texts.get("left.none") + "\n" : "");
    }

    private void where() {
        int from = 0;
        for (int i = 1; i <= draft.fates().size(); i++) {
            if (i < draft.fates().size()
                    && isNext(draft.fates().get(i - 1), draft.fates().get(i))) {
                continue;
            }
            String lines = from + 1 == i ? String.valueOf(i) : (from + 1) + "–" + i;
            line("| " + lines + " | "
                    + shown(draft.fates().get(from), draft.fates().get(i - 1)) + " |");
            from = i;
        }
    }

    /** Whether a line's fate goes on where that of the line above ends, so that one row says both. */
    private static boolean isNext(Fate above, Fate fate) {
        Optional<Placed> first = placed(above);
        Optional<Placed> second = placed(fate);
        if (first.isEmpty() || second.isEmpty()) {
            return above.equals(fate);
        }
        return first.get().file().equals(second.get().file())
                && first.get().line() <= second.get().line();
    }

    private static Optional<Placed> placed(Fate fate) {
        return fate instanceof Placed placed ? Optional.of(placed) : Optional.empty();
    }

    private String shown(Fate first, Fate last) {
        if (first instanceof Placed from && last instanceof Placed to) {
            String lines = from.line() == to.line() ? String.valueOf(from.line()) : from.line() + "–" + to.line();
            return Markdown.code(from.file()) + " " + lines;
        }
        return first instanceof Left left
                ? texts.get("left." + left.reason().name().toLowerCase(java.util.Locale.ROOT))
                : "";
    }
}
