package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Listing;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.site.search.SearchPage;
import dev.runbook.site.search.SearchSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A site's pages as they are searched: each in the languages that it is written in. */
final class SearchPages {
    private final SiteContext site;

    SearchPages(SiteContext site) {
        this.site = site;
    }

    List<SearchPage> all() {
        List<SearchPage> pages = new ArrayList<>();
        for (Language language : site.config().languages()) {
            List<Node> nodes = site.structure().order().stream()
                    .filter(node -> version(node, language).isPresent())
                    .toList();
            pages.addAll(
                    nodes.parallelStream().map(node -> page(node, language)).toList());
        }
        return pages;
    }

    private static Optional<Runbook> version(Node node, Language language) {
        return node.page().flatMap(page -> page.in(language));
    }

    private SearchPage page(Node node, Language language) {
        Page page = node.page().orElseThrow();
        Runbook shown = version(node, language).orElseThrow();
        FrontMatter facts = page.original().frontMatter();
        String standing = site.status()
                .flatMap(status -> status.of(page.id()))
                .map(status -> status.standing().id())
                .orElse("");
        return new SearchPage(
                page.id().path(),
                language,
                node.encoded().getOrDefault(language, ""),
                node.title(language),
                shown.frontMatter().description().map(Located::value).orElse(""),
                facts.tags().stream().map(Located::value).toList(),
                standing,
                Stream.concat(
                                facts.errors().stream(),
                                shown.equals(page.original()) ? Stream.of() : shown.frontMatter().errors().stream())
                        .map(Located::value)
                        .distinct()
                        .toList(),
                sections(shown));
    }

    private static List<SearchSection> sections(Runbook shown) {
        List<SearchSection> sections = new ArrayList<>();
        if (shown.sections().isEmpty() || shown.sections().get(0).level() > 0) {
            sections.add(new SearchSection("", "", "", "", ""));
        }
        for (Section section : shown.sections()) {
            Texts texts = new Texts();
            for (Block block : section.blocks()) {
                block.accept(texts);
            }
            sections.add(new SearchSection(
                    section.id(),
                    section.title(),
                    texts.text.toString().strip(),
                    texts.code.toString().strip(),
                    texts.output.toString().strip()));
        }
        return sections;
    }

    /** Collects what blocks say, by what it is. */
    private static final class Texts implements Block.Visitor<Void>, Action.Visitor<Void> {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder code = new StringBuilder();
        private final StringBuilder output = new StringBuilder();

        @Override
        public Void prose(Prose prose) {
            HtmlText.append(text, prose.html());
            return done(text);
        }

        @Override
        public Void listing(Listing listing) {
            if (!listing.language().equals("console")) {
                code.append(listing.code());
                return done(code);
            }
            for (String line : listing.code().split("\n", -1)) {
                boolean command = line.startsWith("# ") || line.startsWith("$ ") || line.startsWith("> ");
                (command ? code.append(line, 2, line.length()) : output.append(line)).append('\n');
            }
            return done(output);
        }

        @Override
        public Void step(Step step) {
            step.action().accept(this);
            step.expectation().ifPresent(this::expected);
            step.options().danger().ifPresent(danger -> text.append(danger).append('\n'));
            return done(code);
        }

        private void expected(Expectation expectation) {
            for (Expectation.Line line : expectation.lines()) {
                if (line.kind() != Expectation.Kind.ANY_LINES) {
                    output.append(line.text()).append('\n');
                }
            }
        }

        @Override
        public Void script(Action.Script script) {
            code.append(script.code());
            return done(code);
        }

        @Override
        public Void console(Action.Console console) {
            for (ConsoleCommand command : console.commands()) {
                code.append(command.command()).append('\n');
                command.expectation().ifPresent(this::expected);
            }
            return done(code);
        }

        @Override
        public Void sql(Action.Sql sql) {
            code.append(sql.code());
            return done(code);
        }

        @Override
        public Void file(Action.FileContent file) {
            code.append(file.path()).append('\n').append(file.code());
            return done(code);
        }

        @Override
        public Void patch(Action.Patch patch) {
            code.append(patch.path()).append('\n').append(patch.code());
            return done(code);
        }

        @Override
        public Void manual(Action.Manual manual) {
            // It stands in the prose around it already.
            return null;
        }

        private static Void done(StringBuilder out) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
            return null;
        }
    }
}
