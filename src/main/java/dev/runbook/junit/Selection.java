package dev.runbook.junit;

import dev.runbook.app.FindHandbook;
import dev.runbook.model.Page;
import dev.runbook.model.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** Finds what a request selects: all runbooks below a folder, one runbook's file, one step's line or unique id. */
final class Selection {
    private final TestDescriptor root;
    private final Settings settings;
    private final Tree tree;
    private final Map<Path, Book> books = new HashMap<>();

    Selection(TestDescriptor root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.tree = new Tree(root, settings);
    }

    /** Tells the request's listener of each selector. One that is about another engine's tests is just not resolved. */
    void of(EngineDiscoveryRequest request) {
        request.getSelectorsByType(DirectorySelector.class)
                .forEach(s -> tell(request, s, () -> directory(settings.folder().resolve(s.getPath()))));
        request.getSelectorsByType(FileSelector.class).forEach(s -> tell(request, s, () -> file(s)));
        request.getSelectorsByType(UniqueIdSelector.class).forEach(s -> tell(request, s, () -> uniqueId(s)));
    }

    /** Adds to the tree what a selector means, and says whether it means something. */
    private interface Resolution {
        boolean isResolved();
    }

    private void tell(EngineDiscoveryRequest request, DiscoverySelector selector, Resolution resolution) {
        EngineDiscoveryListener listener = request.getDiscoveryListener();
        SelectorResolutionResult result;
        try {
            result = resolution.isResolved()
                    ? SelectorResolutionResult.resolved()
                    : SelectorResolutionResult.unresolved();
        } catch (SelectionException e) {
            result = SelectorResolutionResult.failed(e);
        }
        listener.selectorProcessed(root.getUniqueId(), selector, result);
    }

    private boolean directory(Path directory) {
        Path normal = directory.normalize();
        if (!Files.isDirectory(normal)) {
            throw notThere(normal);
        }
        Optional<Book> book = bookFrom(normal);
        if (book.isEmpty()) {
            return false;
        }
        boolean found = false;
        for (Page page : book.get().handbook().pages().values()) {
            if (isIn(normal, book.get(), page.original().source().name())) {
                found |= tree.add(book.get(), page, step -> true);
            }
        }
        for (String file : book.get().brokenFiles()) {
            if (isIn(normal, book.get(), file)) {
                tree.addBroken(book.get(), file);
                found = true;
            }
        }
        return found;
    }

    private static boolean isIn(Path directory, Book book, String file) {
        return book.folder().resolve(file).startsWith(directory);
    }

    private boolean file(FileSelector selector) {
        Path file = settings.folder().resolve(selector.getPath()).normalize();
        boolean markdown = file.toString().endsWith(".md");
        if (markdown && !Files.exists(file)) {
            throw notThere(file);
        }
        if (!markdown || selector.getPosition().isEmpty()) {
            return markdown && add(file, step -> true);
        }
        int line = selector.getPosition().get().getLine();
        if (!add(
                file,
                step -> step.span().startLine() <= line && line <= step.span().endLine())) {
            List<String> where = List.of(settings.shown(file), String.valueOf(line));
            throw new SelectionException(settings.language(), JunitCode.NO_STEP_AT, where);
        }
        return true;
    }

    private boolean uniqueId(UniqueIdSelector selector) {
        UniqueId id = selector.getUniqueId();
        List<UniqueId.Segment> segments = id.getSegments();
        int own = root.getUniqueId().getSegments().size();
        if (!id.hasPrefix(root.getUniqueId()) || segments.size() <= own || segments.size() > own + 2) {
            return false;
        }
        UniqueId.Segment runbook = segments.get(own);
        Path file = settings.folder().resolve(runbook.getValue()).normalize();
        if (!runbook.getType().equals(Tree.RUNBOOK) || !Files.exists(file)) {
            return false;
        }
        if (segments.size() == own + 1) {
            return add(file, step -> true);
        }
        UniqueId.Segment step = segments.get(own + 1);
        return step.getType().equals(Tree.STEP) && add(file, s -> s.id().name().equals(step.getValue()));
    }

    private boolean add(Path file, Predicate<Step> steps) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(settings.folder());
        Optional<Book> book = bookFrom(folder);
        Optional<Page> page = book.flatMap(b -> b.page(file));
        return page.isPresent() && tree.add(book.orElseThrow(), page.get(), steps);
    }

    private Optional<Book> bookFrom(Path folder) {
        if (settings.handbook().isPresent()
                && !Files.isDirectory(settings.handbook().get())) {
            throw notThere(settings.handbook().get());
        }
        return settings.handbook()
                .or(() -> FindHandbook.from(folder))
                .map(path -> books.computeIfAbsent(path, p -> Book.read(p, settings)));
    }

    private SelectionException notThere(Path path) {
        return new SelectionException(settings.language(), JunitCode.NOT_THERE, List.of(settings.shown(path)));
    }
}
