package dev.runbook.app;

import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.exec.container.FolderDigest;
import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.model.Environment;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import dev.runbook.values.Asker;
import dev.runbook.values.GivenValue;
import dev.runbook.values.Resolver;
import dev.runbook.values.Values;
import dev.runbook.verify.Subject;
import dev.runbook.verify.VerifyCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out what is to be verified: runbooks, where, with which values, and after which others. */
final class VerifySubjects {
    private static final int SECRET_LENGTH = 24;
    private static final String SECRET_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** Raised when what is done to a runbook changes, so that earlier results no longer stand. */
    private static final String METHOD = "2";

    private final Request request;
    private final Basis basis;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<String, Environment> environments = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Map<RunbookId, Subject> subjects = new TreeMap<>();

    private VerifySubjects(Request request) {
        this.request = request;
        this.basis = new Basis(request.folder(), request.handbook());
    }

    static Parsed<Map<RunbookId, Subject>> of(Request request) throws IOException {
        VerifySubjects finder = new VerifySubjects(request);
        List<RunbookId> named = request.named().isEmpty()
                ? request.handbook().pages().values().stream()
                        .filter(page -> !page.original().steps().isEmpty())
                        .map(Page::id)
                        .toList()
                : request.named();
        for (RunbookId id : named) {
            finder.add(id);
        }
        return new Parsed<>(finder.subjects, finder.problems);
    }

    private void add(RunbookId id) throws IOException {
        Optional<Page> page = request.handbook().page(id);
        if (subjects.containsKey(id) || page.isEmpty()) {
            return;
        }
        Runbook runbook = page.get().original();
        List<RunbookId> chain = basis.chain(id);
        for (RunbookId required : chain) {
            add(required);
        }
        Optional<String> name = environment(runbook);
        if (name.isEmpty()) {
            return;
        }
        Environment environment = read(name.get());
        List<String> digest = new ArrayList<>(List.of(
                METHOD, runbook.source().text(), request.handbook().config().timezone(), digests.get(name.get())));
        chain.forEach(c -> digest.add(subjects.containsKey(c) ? subjects.get(c).digest() : ""));
        subjects.put(
                id,
                new Subject(
                        runbook,
                        environment,
                        values(runbook, environment),
                        FolderDigest.ofTexts(digest),
                        basis.of(id, environment.name()),
                        chain));
    }

    private Optional<String> environment(Runbook runbook) {
        Set<String> known = request.handbook().environments();
        Optional<Located<String>> said = runbook.frontMatter()
                .environment()
                .or(() -> request.handbook().config().environment());
        Optional<String> name = request.environment().or(() -> said.map(Located::value));
        Span place = Span.startOf(runbook.source().name());
        if (name.isEmpty()) {
            if (known.size() == 1) {
                return known.stream().findFirst();
            }
            problems.add(
                    known.isEmpty()
                            ? Diagnostic.of(VerifyCode.NO_ENVIRONMENT, place)
                            : Diagnostic.of(
                                    VerifyCode.ENVIRONMENT_NOT_NAMED,
                                    place,
                                    known.stream().sorted().collect(Collectors.joining(", "))));
        } else if (!known.contains(name.get())) {
            String near = Suggestions.closest(name.get(), known)
                    .map(n -> " (" + n + "?)")
                    .orElse("");
            problems.add(Diagnostic.of(VerifyCode.UNKNOWN_ENVIRONMENT, place, name.get(), near));
            return Optional.empty();
        }
        return name;
    }

    private Environment read(String name) throws IOException {
        Environment known = environments.get(name);
        if (known == null) {
            Parsed<Environment> read = EnvironmentReader.read(request.folder(), name);
            problems.addAll(read.diagnostics());
            known = read.value();
            environments.put(name, known);
            Path folder = Environment.folder(request.folder(), name);
            // The image's name, not its id: to ask the engine for that takes longer than all else where nothing has
            // changed.
            List<String> parts = new ArrayList<>(List.of(
                    FolderDigest.of(folder, request.options().baseImage().orElse(""))));
            for (Environment.GivenFile file : known.files()) {
                parts.add(file.target());
                parts.add(FolderDigest.of(file.source()));
            }
            digests.put(name, FolderDigest.ofTexts(parts));
        }
        return known;
    }

    private Values values(Runbook runbook, Environment environment) {
        List<GivenValue> given = new ArrayList<>();
        String file = Environment.FOLDERS + "/" + environment.name() + "/" + EnvironmentReader.FILE;
        for (Parameter parameter : runbook.frontMatter().params()) {
            Located<String> value = environment.params().get(parameter.name());
            if (value != null) {
                given.add(new GivenValue(
                        parameter.name(),
                        value.value(),
                        GivenValue.Source.PARAMS_FILE,
                        file,
                        Optional.of(value.span())));
            } else if (parameter.secret() && parameter.defaultValue().isEmpty()) {
                given.add(new GivenValue(
                        parameter.name(), secret(), GivenValue.Source.SECRET_SOURCE, file, Optional.empty()));
            }
        }
        Parsed<Values> values =
                Resolver.resolve(runbook.source().name(), runbook.frontMatter().params(), given, Asker.NOBODY);
        problems.addAll(values.diagnostics());
        return values.value();
    }

    private static String secret() {
        SecureRandom random = new SecureRandom();
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(SECRET_CHARACTERS.charAt(random.nextInt(SECRET_CHARACTERS.length())));
        }
        return secret.toString();
    }
}
