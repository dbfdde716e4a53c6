package dev.runbook.cli;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.Expectation;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Listing;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A runbook as text for a terminal. Code stands at the first column between rules, not in a box: so it can be selected
 * and pasted.
 */
final class RunbookPrinter {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int MAX_COLUMNS = 100;

    private final Invocation invocation;
    private final Page page;
    private final Style style;
    private final int width;
    private final Map<StepId, Integer> numbers = new HashMap<>();

    RunbookPrinter(Invocation invocation, Page page) {
        this.invocation = invocation;
        this.page = page;
        this.style = invocation.style();
        this.width = Math.min(MAX_COLUMNS, invocation.host().columns().orElse(DEFAULT_COLUMNS));
        page.original().steps().forEach(step -> numbers.put(step.id(), numbers.size() + 1));
    }

    /** The whole runbook, or its steps alone. */
    String print(Runbook runbook, boolean stepsOnly) {
        StringBuilder out = new StringBuilder();
        head(out, runbook);
        for (Section section : runbook.sections()) {
            if (stepsOnly && section.steps().isEmpty()) {
                continue;
            }
            if (section.level() > 0) {
                out.append('\n').append(heading(section)).append('\n');
            }
            for (Block block : section.blocks()) {
                out.append(block.accept(new BlockText(stepsOnly)));
            }
        }
        return out.toString();
    }

    private String heading(Section section) {
        String title = style.bold(section.title());
        return section.level() <= 2 ? style.underlined(title) : title;
    }

    private void head(StringBuilder out, Runbook runbook) {
        FrontMatter facts = page.original().frontMatter();
        out.append(style.bold(runbook.title()))
                .append(style.faint("  " + runbook.id()))
                .append('\n');
        runbook.frontMatter().description().ifPresent(d -> out.append(d.value()).append('\n'));
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

    /** One block as lines. */
    private final class BlockText implements Block.Visitor<String> {
        private final boolean stepsOnly;

        BlockText(boolean stepsOnly) {
            this.stepsOnly = stepsOnly;
        }

        @Override
        public String prose(Prose prose) {
            return stepsOnly ? "" : MarkdownText.of(prose.markdown(), style);
        }

        @Override
        public String listing(Listing listing) {
            return stepsOnly ? "" : rule("") + CodeText.of(listing.language(), listing.code(), style) + rule("");
        }

        @Override
        public String step(Step step) {
            if (step.isManual()) {
                return "[ ] " + MarkdownText.of(step.action().code(), style).strip() + "\n";
            }
            StringBuilder out = new StringBuilder("\n").append(rule(label(step)));
            step.options()
                    .danger()
                    .ifPresent(d -> out.append(style.red("! " + d)).append('\n'));
            out.append(CodeText.of(step.action().language(), step.action().code(), style));
            step.expectation().ifPresent(e -> out.append(expected(e)));
            return out.append(rule("")).toString();
        }

        private String expected(Expectation expectation) {
            StringBuilder out = new StringBuilder(rule(invocation.text("show.expected")));
            expectation
                    .lines()
                    .forEach(line -> out.append(style.green(line.source())).append('\n'));
            return out.toString();
        }

        private String label(Step step) {
            List<String> words = new ArrayList<>();
            words.add(numbers.getOrDefault(step.id(), 0) + " "
                    + invocation.text("show.role." + lower(step.role().name())));
            step.options()
                    .user()
                    .or(() -> page.original().frontMatter().user().map(u -> u.value()))
                    .ifPresent(words::add);
            String path = step.action().accept(new PathOf());
            if (!path.isEmpty()) {
                words.add(path);
            }
            words.add("#" + step.id().name());
            step.undoes().ifPresent(id -> words.add("↩ #" + id.name()));
            return String.join(" · ", words);
        }

        private String rule(String label) {
            String text = label.isEmpty() ? "" : "── " + label + " ";
            return style.cyan(text + "─".repeat(Math.max(2, width - DisplayWidth.of(text)))) + "\n";
        }
    }

    /** The file that an action writes. */
    private static final class PathOf implements Action.Visitor<String> {
        @Override
        public String script(Action.Script script) {
            return "";
        }

        @Override
        public String console(Action.Console console) {
            return "";
        }

        @Override
        public String sql(Action.Sql sql) {
            return sql.database().orElse("");
        }

        @Override
        public String file(Action.FileContent file) {
            return file.path();
        }

        @Override
        public String patch(Action.Patch patch) {
            return patch.path();
        }

        @Override
        public String manual(Action.Manual manual) {
            return "";
        }
    }
}
