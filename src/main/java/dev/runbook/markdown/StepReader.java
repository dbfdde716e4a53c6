package dev.runbook.markdown;

import dev.runbook.markdown.BlockKind.Form;
import dev.runbook.model.Action;
import dev.runbook.model.Block;
import dev.runbook.model.Expectation;
import dev.runbook.model.Listing;
import dev.runbook.model.Role;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.source.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of a fenced block what its attribute list says. */
final class StepReader {
    private static final List<String> STREAMS = List.of("stdout", "stderr", "both");

    private final Problems problems;
    private final PageSteps steps;
    private final ClassReader classes;
    private final ExpectationReader expectations;
    private final ConsoleReader consoles;

    StepReader(Problems problems, PageSteps steps) {
        this.problems = problems;
        this.steps = steps;
        this.classes = new ClassReader(problems);
        this.expectations = new ExpectationReader(problems);
        this.consoles = new ConsoleReader(problems);
    }

    /** The block; empty for an {@code .output}, which becomes a part of the step before it. */
    Optional<Block> read(Fence fence) {
        if (!fence.closed()) {
            problems.add(
                    MarkdownCode.UNCLOSED_FENCE, fence.start(), fence.info().start());
        }
        if (!fence.hasAttributes()) {
            checkForgottenBraces(fence);
            return Optional.of(listing(fence));
        }
        AttributeList list = AttributeParser.parse(fence.info(), problems);
        AttributeRules.checkNames(list, problems);
        Optional<BlockKind> kind = classes.read(list, fence.language());
        if (kind.isEmpty()) {
            return Optional.of(listing(fence));
        }
        AttributeRules.checkPlaces(list, kind.get(), RunnableLanguage.of(fence.language()), problems);
        if (kind.get().form() == Form.OUTPUT) {
            output(fence, list);
            return Optional.empty();
        }
        return Optional.of(step(fence, list, kind.get()));
    }

    /** {@code bash .exec}: GitHub shows it like any other block, so only we can say that it will not run. */
    private void checkForgottenBraces(Fence fence) {
        for (String word : fence.info().text().split("[ \t]+", -1)) {
            if (word.startsWith(".") && ClassReader.isClass(word.substring(1).replace("}", ""))) {
                problems.add(
                        MarkdownCode.ATTRIBUTES_WITHOUT_BRACES,
                        fence.info().start(),
                        fence.info().end(),
                        fence.info().text());
                return;
            }
        }
    }

    private Listing listing(Fence fence) {
        return new Listing(problems.file().span(fence.start(), fence.end()), fence.language(), fence.code());
    }

    private void output(Fence fence, AttributeList list) {
        Expectation.Stream stream = new OptionReader(list, problems)
                .oneOf("stream", STREAMS)
                .map(s -> Expectation.Stream.valueOf(s.toUpperCase(Locale.ROOT)))
                .orElse(Expectation.Stream.BOTH);
        list.id()
                .ifPresent(id ->
                        problems.add(MarkdownCode.ATTRIBUTE_OUT_OF_PLACE, id.start() - 1, id.end(), "#" + id.text()));
        Expectation expectation = expectations.read(fence.lines(), fence.codeStart(), stream);
        steps.output(expectation, list.source());
    }

    private Step step(Fence fence, AttributeList list, BlockKind kind) {
        OptionReader options = new OptionReader(list, problems);
        Role role = kind.role().orElseThrow();
        if (kind.form() != Form.FILE && fence.code().isBlank()) {
            problems.add(
                    MarkdownCode.EMPTY_BLOCK,
                    list.source().start(),
                    list.source().end());
        }
        StepId id = steps.id(list.id());
        Step step = new Step(
                id,
                list.id().isPresent(),
                role,
                action(fence, list, kind, options),
                options.options(),
                problems.file().span(fence.start(), fence.end()),
                problems.file().span(fence.codeStart(), fence.codeEnd()),
                list.source().text(),
                Optional.empty(),
                Optional.empty());
        steps.add(step, target(list), list.source());
        return step;
    }

    private static Optional<SourceText> target(AttributeList list) {
        return Optional.ofNullable(list.attributes().get("of")).map(a -> a.flag() ? a.key() : a.value());
    }

    private Action action(Fence fence, AttributeList list, BlockKind kind, OptionReader options) {
        String language = fence.language();
        String code = fence.code();
        return switch (kind.form()) {
            case FILE -> new Action.FileContent(language, code, path(list, options), options.owner(), options.mode());
            case PATCH -> {
                if (!code.isBlank()) {
                    PatchChecker.check(fence.lines(), problems);
                }
                yield new Action.Patch(language, code, path(list, options));
            }
            case CODE, OUTPUT -> run(fence, list, options);
        };
    }

    private Action run(Fence fence, AttributeList list, OptionReader options) {
        String language = fence.language();
        Optional<RunnableLanguage> runnable = RunnableLanguage.of(language);
        if (runnable.isEmpty()) {
            // {.bash .exec} was reported already, with what to write instead.
            boolean reported = language.isEmpty()
                    && !list.classes().isEmpty()
                    && RunnableLanguage.of(list.classes().get(0).text()).isPresent();
            if (!reported) {
                problems.add(
                        MarkdownCode.LANGUAGE_CANNOT_RUN,
                        fence.start(),
                        list.source().end(),
                        language,
                        Suggestions.offer(language, RunnableLanguage.allNames()));
            }
            return new Action.Script(language, fence.code());
        }
        return switch (runnable.get()) {
            case SHELL, INTERPRETED -> new Action.Script(language, fence.code());
            case CONSOLE -> new Action.Console(language, fence.code(), consoles.read(fence.lines()));
            case SQL -> new Action.Sql(language, fence.code(), options.database());
        };
    }

    private String path(AttributeList list, OptionReader options) {
        if (!list.attributes().containsKey("path")) {
            problems.add(
                    MarkdownCode.MISSING_PATH,
                    list.source().start(),
                    list.source().end());
        }
        return options.path("path", "/etc/nginx/nginx.conf").orElse("");
    }
}
