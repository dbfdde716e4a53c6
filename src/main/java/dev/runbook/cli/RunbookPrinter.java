package dev.runbook.cli;

import dev.runbook.model.Block;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import java.util.List;
import java.util.Locale;

/**
 * A runbook as text for a terminal. Code stands at the first column between rules, not in a box: so it can be selected
 * and pasted.
 */
final class RunbookPrinter {
    private final Invocation invocation;
    private final Page page;
    private final Style style;

    RunbookPrinter(Invocation invocation, Page page) {
        this.invocation = invocation;
        this.page = page;
        this.style = invocation.style();
    }

    /** The whole runbook, or its steps alone. */
    String print(Runbook runbook, boolean stepsOnly) {
        BlockPrinter blocks = new BlockPrinter(invocation, page.original(), stepsOnly);
        StringBuilder out = new StringBuilder();
        head(out, runbook);
        for (Section section : runbook.sections()) {
            if (stepsOnly && section.steps().isEmpty()) {
                continue;
            }
            if (section.level() > 0) {
                out.append('\n').append(ProseWalk.heading(section, style)).append('\n');
            }
            for (Block block : section.blocks()) {
                out.append(block.accept(blocks));
            }
        }
        return out.toString();
    }

    private void head(StringBuilder out, Runbook runbook) {
        FrontMatter facts = page.original().frontMatter();
        out.append(style.bold(Terminal.clean(runbook.title())))
                .append(style.faint("  " + runbook.id()))
                .append('\n');
        runbook.frontMatter()
                .description()
                .ifPresent(d -> out.append(Terminal.clean(d.value())).append('\n'));
        if (runbook.language() != invocation.language()) {
            out.append(style.yellow(invocation.text("show.untranslated"))).append('\n');
        }
        fact(out, "user", facts.user().map(u -> u.value()).orElse(""));
        fact(out, "requires", join(facts.requires().stream().map(r -> r.value()).toList()));
        fact(
                out,
                "risk",
                facts.risk()
                        .map(r -> invocation.text("show.risk." + lower(r.name())))
                        .orElse(""));
        fact(out, "duration", facts.duration().orElse(""));
        fact(out, "tags", join(facts.tags().stream().map(t -> t.value()).toList()));
        for (Parameter parameter : runbook.frontMatter().params()) {
            fact(out, "param", parameter(parameter, facts));
        }
    }

    private String parameter(Parameter shown, FrontMatter facts) {
        Parameter parameter = facts.params().stream()
                .filter(p -> p.name().equals(shown.name()))
                .findFirst()
                .orElse(shown);
        StringBuilder out = new StringBuilder(parameter.name());
        parameter.defaultValue().ifPresent(value -> out.append('=').append(value));
        shown.label().or(parameter::label).ifPresent(label -> out.append("  ").append(style.faint(label)));
        if (parameter.secret()) {
            out.append("  ").append(style.yellow(invocation.text("show.secret")));
        }
        return out.toString();
    }

    private void fact(StringBuilder out, String key, String value) {
        if (!value.isEmpty()) {
            out.append(style.faint(invocation.text("show." + key) + ":"))
                    .append(' ')
                    .append(value)
                    .append('\n');
        }
    }

    private static String join(List<String> values) {
        return String.join(", ", values);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
