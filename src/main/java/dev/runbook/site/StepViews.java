package dev.runbook.site;

import dev.runbook.check.ParameterUses;
import dev.runbook.model.Action;
import dev.runbook.model.Expectation;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.Part.Code;
import dev.runbook.site.view.Part.StepView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A page's steps as they are shown: the original's, with the translation's words. */
final class StepViews {
    private final SiteContext site;
    private final Page page;
    private final Place place;
    private final PageSteps steps;
    private final Proofs proofs;
    private final Set<String> parameters = new HashSet<>();
    private final Map<StepId, String> sectionTitles = new HashMap<>();

    StepViews(SiteContext site, Page page, Runbook shown, Place place) {
        this.site = site;
        this.page = page;
        this.place = place;
        this.steps = new PageSteps(page, shown);
        this.proofs = new Proofs(site, page.id(), place.language());
        for (Parameter parameter : page.original().frontMatter().params()) {
            parameters.add(parameter.name());
        }
        for (Section section : shown.sections()) {
            section.steps().forEach(s -> sectionTitles.put(steps.original(s).id(), section.title()));
        }
    }

    /** The part that stands for a step of the shown version. */
    Part view(Step shown) {
        Step step = steps.original(shown);
        return step.isManual() || shown.isManual() ? new Part.Box(step.id().name()) : view(step, shown);
    }

    private StepView view(Step step, Step shown) {
        Form form = step.action().accept(new Forms());
        int status = step.expectation()
                .filter(e -> e.exitStatus().isPresent())
                .map(e -> e.exitStatus().orElse(0))
                .orElse(step.options().exit());
        // A console's prompts say who runs it.
        Optional<String> user =
                step.options().user().or(() -> form.name().equals("console") ? Optional.empty() : usualUser());
        return new StepView(
                step.id().name(),
                steps.number(step),
                step.role().name().toLowerCase(Locale.ROOT),
                form.name(),
                user,
                form.target(),
                StepFacts.of(step.options(), step.action(), site.theme(), place.language()),
                shown.options().danger().or(() -> step.options().danger()),
                step.undoes().flatMap(steps::byId).map(this::link),
                steps.undoneBy(step).stream().map(this::link).toList(),
                CodeHtml.of(form.language(), step.action().code(), uses(step)),
                step.expectation().flatMap(StepViews::expected),
                status == 0 ? Optional.empty() : Optional.of(status),
                proofs.of(step));
    }

    private Optional<String> usualUser() {
        return page.original().frontMatter().user().map(u -> u.value());
    }

    /** A link to a step of this page. An id means nothing to a reader: its number and its section's heading stand for it. */
    private Link link(Step step) {
        String name = step.id().name();
        String title = sectionTitles.getOrDefault(step.id(), "");
        String text = title.isEmpty()
                ? name
                : steps.number(step)
                        .map(number -> text("step.label", number, title))
                        .or(() -> undoLabel(step, title))
                        .orElse(title);
        return Link.to(text, "#" + SitePaths.encode(name));
    }

    /** All undo steps may stand under one heading: what each takes back tells them apart. */
    private Optional<String> undoLabel(Step step, String title) {
        return step.undoes()
                .flatMap(steps::byId)
                .flatMap(undone -> steps.number(undone).map(number -> {
                    List<Step> all = steps.undoneBy(undone);
                    return all.size() == 1
                            ? text("step.undo-label", title, number)
                            : text("step.undo-label.one-of", title, number, all.indexOf(step) + 1);
                }));
    }

    private String text(String key, Object... arguments) {
        return site.theme().text(place.language(), key, arguments);
    }

    private List<ParameterUses.Use> uses(Step step) {
        return parameters.isEmpty() ? List.of() : ParameterUses.in(step, parameters);
    }

    private static Optional<Code> expected(Expectation expectation) {
        if (expectation.lines().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CodeHtml.plain(
                expectation.lines().stream().map(Expectation.Line::source).collect(Collectors.joining("\n"))));
    }

    /**
     * A kind of action as the theme knows it.
     *
     * @param language in which its code is coloured
     */
    private record Form(String name, String language, Optional<String> target) {}

    private static final class Forms implements Action.Visitor<Form> {
        @Override
        public Form script(Action.Script script) {
            return new Form("script", script.language(), Optional.empty());
        }

        @Override
        public Form console(Action.Console console) {
            return new Form("console", "console", Optional.empty());
        }

        @Override
        public Form sql(Action.Sql sql) {
            return new Form("sql", "sql", Optional.empty());
        }

        @Override
        public Form file(Action.FileContent file) {
            return new Form("file", file.language(), Optional.of(file.path()));
        }

        @Override
        public Form patch(Action.Patch patch) {
            return new Form("patch", "diff", Optional.of(patch.path()));
        }

        @Override
        public Form manual(Action.Manual manual) {
            return new Form("manual", "", Optional.empty());
        }
    }
}
