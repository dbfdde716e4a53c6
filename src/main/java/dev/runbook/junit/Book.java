package dev.runbook.junit;

import dev.runbook.app.CheckHandbook;
import dev.runbook.app.Sources;
import dev.runbook.app.VerifyHandbook;
import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import dev.runbook.source.Progress;
import dev.runbook.verify.Foreseen;
import dev.runbook.verify.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A handbook that runbooks were selected of. */
final class Book {
    private final Path folder;
    private final Settings settings;
    private final Parsed<Handbook> checked;
    private final DiagnosticPrinter printer;

    private Book(Path folder, Settings settings, Parsed<Handbook> checked) {
        this.folder = folder;
        this.settings = settings;
        this.checked = checked;
        this.printer = new DiagnosticPrinter(
                settings.language(),
                false,
                file -> settings.shown(folder.resolve(file)),
                new Sources(folder, checked.value())::find);
    }

    static Book read(Path folder, Settings settings) {
        return new Book(folder, settings, CheckHandbook.check(folder, Progress.NONE));
    }

    Path folder() {
        return folder;
    }

    Handbook handbook() {
        return checked.value();
    }

    /** How its problems are said. */
    DiagnosticPrinter printer() {
        return printer;
    }

    /** The page that is made of a file, in whatever language. */
    Optional<Page> page(Path file) {
        return handbook().pages().values().stream()
                .filter(page ->
                        files(page).stream().anyMatch(f -> folder.resolve(f).equals(file)))
                .findFirst();
    }

    private static List<String> files(Page page) {
        List<String> files = new ArrayList<>(List.of(page.original().source().name()));
        page.translations().values().forEach(t -> files.add(t.source().name()));
        return files;
    }

    /** Files with errors that are no page's, such as {@code handbook.yml}. */
    List<String> brokenFiles() {
        TreeSet<String> broken = new TreeSet<>();
        checked.diagnostics().stream()
                .filter(Diagnostic::isError)
                .forEach(d -> broken.add(d.span().file()));
        handbook().pages().values().forEach(page -> broken.removeAll(files(page)));
        return List.copyOf(broken);
    }

    List<Diagnostic> errorsIn(String file) {
        return checked.diagnostics().stream()
                .filter(d -> d.isError() && d.span().file().equals(file))
                .toList();
    }

    /**
     * A runbook's steps as far as they are known before it is carried out, and why it cannot be: errors in it, in its
     * translations and in what it requires.
     */
    Parsed<List<Foreseen>> foresee(Page page) {
        try {
            Parsed<Map<RunbookId, List<Foreseen>>> foreseen = VerifyHandbook.foresee(request(List.of(page.id())));
            List<Diagnostic> errors = new ArrayList<>(
                    foreseen.diagnostics().stream().filter(Diagnostic::isError).toList());
            TreeSet<RunbookId> chain = new TreeSet<>(foreseen.value().keySet());
            chain.add(page.id());
            for (RunbookId id : chain) {
                handbook().page(id).ifPresent(p -> files(p).forEach(file -> errors.addAll(errorsIn(file))));
            }
            return new Parsed<>(foreseen.value().getOrDefault(page.id(), List.of()), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is asked for: tests that did not run would prove nothing, so that no earlier result counts. */
    Request request(List<RunbookId> runbooks) {
        Options options = new Options(
                1,
                false,
                false,
                false,
                false,
                settings.baseImage(),
                handbook().config().timezone());
        String version = Book.class.getPackage().getImplementationVersion();
        return new Request(
                folder,
                handbook(),
                runbooks,
                settings.environment(),
                true,
                Optional.empty(),
                settings.results(),
                settings.jobs(),
                options,
                version == null ? "development" : version);
    }
}
