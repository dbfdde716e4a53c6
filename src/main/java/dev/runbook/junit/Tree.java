package dev.runbook.junit;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.results.Label;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.verify.Foreseen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Puts what is selected below the engine: runbooks, and below each its steps. */
final class Tree {
    static final String RUNBOOK = "runbook";
    static final String STEP = "step";

    private final TestDescriptor root;
    private final Settings settings;
    private final Messages texts;

    Tree(TestDescriptor root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.texts = Messages.of(Tree.class, "texts", settings.language());
    }

    /**
     * Adds a page, unless it has no steps and nothing is wrong with it.
     *
     * @param steps which of its steps
     * @return whether something of it is in the tree now
     */
    boolean add(Book book, Page page, Predicate<Step> steps) {
        Parsed<List<Foreseen>> foreseen = book.foresee(page);
        List<Foreseen> selected = foreseen.value().stream()
                .filter(f -> steps.test(f.step().step()))
                .toList();
        if (selected.isEmpty() && foreseen.diagnostics().isEmpty()) {
            return false;
        }
        RunbookNode node = node(book, page, foreseen.diagnostics());
        selected.stream().filter(f -> !holds(node, f)).forEach(f -> node.addChild(step(node, page, f)));
        return true;
    }

    private static boolean holds(RunbookNode node, Foreseen step) {
        return node.step(step.step().step().id().name()).isPresent();
    }

    /** Adds a file that has no steps, to fail. */
    void addBroken(Book book, String file) {
        UniqueId id = id(book, file);
        if (find(id).isEmpty()) {
            FileSource source = FileSource.from(book.folder().resolve(file).toFile());
            root.addChild(new RunbookNode(id, book, new RunbookId(file), file, source, book.errorsIn(file), Set.of()));
        }
    }

    private RunbookNode node(Book book, Page page, List<Diagnostic> errors) {
        Runbook original = page.original();
        UniqueId id = id(book, original.source().name());
        Optional<RunbookNode> known = find(id);
        if (known.isPresent()) {
            return known.get();
        }
        FileSource source =
                FileSource.from(book.folder().resolve(original.source().name()).toFile());
        RunbookNode node = new RunbookNode(id, book, page.id(), spoken(page).title(), source, errors, tags(original));
        root.addChild(node);
        return node;
    }

    private UniqueId id(Book book, String file) {
        return root.getUniqueId().append(RUNBOOK, settings.shown(book.folder().resolve(file)));
    }

    private Optional<RunbookNode> find(UniqueId id) {
        return root.getChildren().stream()
                .filter(node -> node.getUniqueId().equals(id))
                .map(RunbookNode.class::cast)
                .findFirst();
    }

    private StepNode step(RunbookNode node, Page page, Foreseen foreseen) {
        Step step = foreseen.step().step();
        String name = step.id().name();
        String section = spoken(page).sections().stream()
                .filter(s -> s.steps().stream().anyMatch(t -> t.id().name().equals(name)))
                .map(Section::title)
                .findFirst()
                .orElse(foreseen.step().section().title());
        boolean manual = foreseen.without().filter(Label.MANUAL::equals).isPresent();
        String title = texts.get("step", name, section.isEmpty() ? spoken(page).title() : section);
        FileSource source = FileSource.from(
                node.book().folder().resolve(page.original().source().name()).toFile(),
                FilePosition.from(step.span().startLine(), step.span().startColumn()));
        return new StepNode(
                node.getUniqueId().append(STEP, name),
                name,
                manual ? texts.get("step.manual", title) : title,
                source,
                foreseen.without().isEmpty(),
                tags(page.original()));
    }

    /** What is carried out is the original; its translation only gives the names that a person reads. */
    private Runbook spoken(Page page) {
        Language language = settings.language();
        return page.in(language).orElse(page.original());
    }

    private static Set<TestTag> tags(Runbook runbook) {
        return runbook.frontMatter().tags().stream()
                .map(tag -> tag.value())
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .collect(Collectors.toSet());
    }
}
