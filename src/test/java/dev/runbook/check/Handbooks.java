package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Handbook;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Html;
import dev.runbook.model.Page;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.model.StepOptions;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Small models made by hand, for what needs no Markdown. */
final class Handbooks {
    private Handbooks() {}

    static Handbook of(Set<String> assets, Page... pages) {
        SortedMap<RunbookId, Page> byId = new TreeMap<>();
        for (Page page : pages) {
            byId.put(page.id(), page);
        }
        return new Handbook("handbook", HandbookConfig.DEFAULTS, byId, new TreeSet<>(assets), Set.of());
    }

    static Page page(Runbook original, Runbook... translations) {
        Map<Language, Runbook> byLanguage = new TreeMap<>();
        for (Runbook translation : translations) {
            byLanguage.put(translation.language(), translation);
        }
        return new Page(original, byLanguage);
    }

    /** A page whose sections have the ids {@code sections}. */
    static Runbook runbook(String id, Language language, String... sections) {
        String file = id + (language == Language.JA ? "" : "." + language.code()) + ".md";
        List<Section> made = new ArrayList<>();
        for (String section : sections) {
            made.add(section(file, section));
        }
        return new Runbook(
                new RunbookId(id), language, SourceFile.of(file, ""), FrontMatter.EMPTY, id, made, Set.of("raw"));
    }

    static Section section(String file, String id, Block... blocks) {
        return new Section(id, true, 2, id, Html.EMPTY, Span.startOf(file), List.of(blocks));
    }

    static Step step(Action action) {
        Span span = new Span("a.md", 10, 1, 20, 1);
        Span code = new Span("a.md", 11, 1, 19, 1);
        return new Step(
                new StepId(new RunbookId("a"), "a"),
                true,
                Role.EXEC,
                action,
                StepOptions.DEFAULTS,
                span,
                code,
                "{.exec}",
                Optional.empty(),
                Optional.empty());
    }

    static Step script(String code) {
        return step(new Action.Script("bash", code));
    }

    static Step sql(String code) {
        return step(new Action.Sql("sql", code, Optional.empty()));
    }

    static Step file(String code) {
        return step(new Action.FileContent("ini", code, "/etc/a", Optional.empty(), Optional.empty()));
    }

    /** A console session of one command that begins at a line of the code. */
    static Step console(String code, int line, int lines, String command) {
        Span span = new Span("a.md", 10 + line, 1, 10 + line + lines - 1, 1);
        return step(new Action.Console(
                "console", code, List.of(new ConsoleCommand(true, command, span, Optional.empty()))));
    }
}
