package dev.runbook.markdown;

import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Html;
import dev.runbook.model.Listing;
import dev.runbook.model.Located;
import dev.runbook.model.Parameter;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A runbook as text that a person can compare: everything in it, with the places. */
final class ModelDump implements Block.Visitor<String> {
    private final StringBuilder out = new StringBuilder();

    private ModelDump() {}

    static String of(Runbook runbook) {
        ModelDump dump = new ModelDump();
        dump.runbook(runbook);
        return dump.out.toString();
    }

    private void runbook(Runbook runbook) {
        line(0, "runbook " + runbook.id() + " (" + runbook.language().code() + "): " + runbook.title());
        frontMatter(runbook.frontMatter());
        line(0, "anchors " + runbook.anchors().stream().sorted().toList());
        for (Section section : runbook.sections()) {
            out.append('\n');
            line(
                    0,
                    "section " + section.level() + " #" + section.id() + (section.explicitId() ? " (written)" : "")
                            + " " + place(section.span()) + ": " + section.title());
            line(1, "title html: " + html(section.titleHtml()));
            for (Block block : section.blocks()) {
                out.append(block.accept(this));
            }
        }
    }

    private void frontMatter(FrontMatter front) {
        located("title", front.title());
        located("description", front.description());
        located("tags", front.tags());
        located("environment", front.environment());
        located("requires", front.requires());
        located("user", front.user());
        for (Parameter parameter : front.params()) {
            line(
                    1,
                    "param " + parameter.name() + " " + place(parameter.span()) + " label=" + text(parameter.label())
                            + " default=" + text(parameter.defaultValue()) + " pattern=" + text(parameter.pattern())
                            + (parameter.secret() ? " secret" : ""));
        }
        located("errors", front.errors());
        front.risk().ifPresent(risk -> line(1, "risk " + risk));
        front.duration().ifPresent(duration -> line(1, "duration " + duration));
        for (Map.Entry<String, Located<String>> entry : new TreeMap<>(front.translates()).entrySet()) {
            located("translates " + entry.getKey(), Optional.of(entry.getValue()));
        }
    }

    private void located(String name, Optional<Located<String>> value) {
        value.ifPresent(v -> line(1, name + " " + place(v.span()) + ": " + v.value()));
    }

    private void located(String name, List<Located<String>> values) {
        values.forEach(value -> located(name, Optional.of(value)));
    }

    @Override
    public String prose(Prose prose) {
        return "  prose " + place(prose.span()) + "\n" + indented("markdown", prose.markdown())
                + indented("html", html(prose.html()));
    }

    @Override
    public String listing(Listing listing) {
        return "  listing " + place(listing.span()) + " " + listing.language() + "\n"
                + indented("code", listing.code());
    }

    @Override
    public String step(Step step) {
        StringBuilder text = new StringBuilder();
        text.append("  step ").append(step.id().name()).append(step.explicitId() ? " (written) " : " ");
        text.append(step.role())
                .append(' ')
                .append(place(step.span()))
                .append(" code ")
                .append(place(step.codeSpan()));
        text.append('\n');
        if (!step.info().isEmpty()) {
            text.append("    info ").append(step.info()).append('\n');
        }
        text.append("    options ").append(step.options()).append('\n');
        step.undoes().ifPresent(id -> text.append("    undoes ").append(id).append('\n'));
        text.append(step.action().accept(new ActionDump()));
        step.expectation().ifPresent(e -> text.append(expectation("    ", e)));
        return text.toString();
    }

    private static String expectation(String indent, Expectation expectation) {
        StringBuilder text = new StringBuilder();
        text.append(indent)
                .append("expects ")
                .append(place(expectation.span()))
                .append(' ')
                .append(expectation.stream());
        expectation.exitStatus().ifPresent(status -> text.append(" exit ").append(status));
        text.append('\n');
        for (Expectation.Line line : expectation.lines()) {
            text.append(indent)
                    .append("  ")
                    .append(line.kind())
                    .append(' ')
                    .append(line.quantifier())
                    .append(' ');
            text.append(place(line.span())).append(": ").append(line.text()).append('\n');
        }
        return text.toString();
    }

    private static String indented(String name, String text) {
        StringBuilder out = new StringBuilder("    " + name + "\n");
        text.lines().forEach(line -> out.append("      ").append(line).append('\n'));
        return out.toString();
    }

    static String html(Html html) {
        StringBuilder text = new StringBuilder();
        for (Html.Piece piece : html.pieces()) {
            if (piece instanceof Html.Text part) {
                text.append(part.html());
            } else {
                Html.Target target = (Html.Target) piece;
                text.append("⟦").append(target.destination()).append(target.image() ? " image " : " ");
                text.append(place(target.span())).append("⟧");
            }
        }
        return text.toString();
    }

    private static String text(Optional<String> value) {
        return value.orElse("-");
    }

    private void line(int level, String text) {
        out.append("  ".repeat(level)).append(text).append('\n');
    }

    private static String place(Span span) {
        return span.startLine() + ":" + span.startColumn() + "-" + span.endLine() + ":" + span.endColumn();
    }

    private static final class ActionDump implements Action.Visitor<String> {
        @Override
        public String script(Action.Script script) {
            return indented("script " + script.language(), script.code());
        }

        @Override
        public String console(Action.Console console) {
            StringBuilder text = new StringBuilder("    console " + console.language() + "\n");
            for (ConsoleCommand command : console.commands()) {
                text.append("      ").append(command.root() ? "root " : "user ").append(place(command.span()));
                text.append(": ").append(command.command().replace("\n", "⏎")).append('\n');
                command.expectation().ifPresent(e -> text.append(expectation("        ", e)));
            }
            return text.toString();
        }

        @Override
        public String sql(Action.Sql sql) {
            return indented("sql db=" + text(sql.database()), sql.code());
        }

        @Override
        public String file(Action.FileContent file) {
            return indented(
                    "file " + file.path() + " owner=" + text(file.owner()) + " mode=" + text(file.mode()), file.code());
        }

        @Override
        public String patch(Action.Patch patch) {
            return indented("patch " + patch.path(), patch.code());
        }

        @Override
        public String manual(Action.Manual manual) {
            return indented("manual", manual.code());
        }
    }
}
