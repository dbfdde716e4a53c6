package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Setting;
import dev.runbook.results.Standing;
import dev.runbook.results.StepStatus;
import dev.runbook.site.view.Badge;
import dev.runbook.site.view.Badge.Count;
import dev.runbook.site.view.Part.Fact;
import dev.runbook.site.view.Proof.Cause;
import dev.runbook.site.view.Proof.Where;
import dev.runbook.site.view.Totals;
import dev.runbook.site.view.Verification;
import dev.runbook.source.Diagnostic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What verification says of runbooks, as pages show it. */
final class Standings {
    private final SiteContext site;
    private final Moments moments;

    Standings(SiteContext site) {
        this.site = site;
        this.moments = new Moments(site.config().timezone());
    }

    Optional<RunbookStatus> of(RunbookId id) {
        return site.status().flatMap(s -> s.of(id));
    }

    /** A runbook's badge; empty without results, and for a page that has no steps. */
    Optional<Badge> badge(RunbookId id) {
        return of(id).map(this::badge);
    }

    Badge badge(RunbookStatus status) {
        return new Badge(status.standing().id(), status.result().map(r -> moments.of(r.started())));
    }

    Optional<Verification> verification(RunbookId id, Place place) {
        return of(id).map(status -> new Verification(
                badge(status),
                steps(status),
                status.rearranged(),
                status.otherBasis(),
                status.result().map(r -> setting(r, place.language())),
                status.result().flatMap(RunbookResult::error).map(d -> cause(d, place.language())),
                place.linkTo(SitePaths.encode(site.paths().status(place.language())))));
    }

    Where where(Setting setting, Language language) {
        return where(site, setting, language);
    }

    static Where where(SiteContext site, Setting setting, Language language) {
        String name = setting.environment();
        return new Where(site.status().map(s -> s.title(name, language)).orElse(name), setting.standIn());
    }

    static Cause cause(Diagnostic diagnostic, Language language) {
        return new Cause(diagnostic.message(language), diagnostic.hint(language));
    }

    private Verification.Setting setting(RunbookResult result, Language language) {
        Setting setting = result.setting();
        return new Verification.Setting(
                where(setting, language),
                setting.image(),
                setting.imageDigest(),
                setting.packages().entrySet().stream()
                        .map(e -> new Fact(e.getKey(), e.getValue()))
                        .toList(),
                result.commit().orElse(""),
                Moments.took(result.duration()));
    }

    static List<Count> steps(RunbookStatus status) {
        return counts(status.steps().values().stream().map(StepStatus::standing));
    }

    /** Of the whole handbook; empty without results. */
    Optional<Totals> totals() {
        return site.status().map(handbook -> {
            List<RunbookStatus> runbooks = handbook.runbooks().values().stream()
                    .filter(RunbookStatus::isProvable)
                    .toList();
            return new Totals(
                    counts(runbooks.stream()
                            .flatMap(r -> r.steps().values().stream())
                            .map(StepStatus::standing)),
                    (int) runbooks.stream().filter(RunbookStatus::holds).count(),
                    runbooks.size());
        });
    }

    private static List<Count> counts(Stream<Standing> standings) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        standings.forEach(s -> counts.merge(s, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Count(e.getKey().id(), e.getValue()))
                .toList();
    }
}
