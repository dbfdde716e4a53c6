package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.results.HandbookStatus;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.RunbookStatus;
import dev.runbook.results.Standing;
import dev.runbook.results.StepStatus;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.StatusView;
import dev.runbook.site.view.StatusView.Group;
import dev.runbook.site.view.StatusView.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page that says what holds in the whole handbook. */
final class StatusPages {
    private final SiteContext site;
    private final Frames frames;
    private final Standings standings;

    StatusPages(SiteContext site, Frames frames) {
        this.site = site;
        this.frames = frames;
        this.standings = new Standings(site);
    }

    String render(Place place) {
        Language language = place.language();
        Frame frame = frames.alone(
                site.theme().text(language, "status.title"),
                site.theme().text(language, "status.lead"),
                place,
                site.paths()::status,
                List.of(frames.home(place)));
        boolean standIn = results().anyMatch(r -> r.setting().standIn());
        return site.theme()
                .status(new StatusView(
                        frame,
                        standings.totals(),
                        site.config().staleAfter().toDays(),
                        standIn,
                        groups(place),
                        legend()));
    }

    private Stream<RunbookStatus> statuses() {
        return site.status().map(HandbookStatus::runbooks).stream().flatMap(r -> r.values().stream());
    }

    private Stream<RunbookResult> results() {
        return statuses().flatMap(s -> s.result().stream());
    }

    /** Every word that stands somewhere in the table. */
    private List<String> legend() {
        return Stream.concat(
                        statuses().map(RunbookStatus::standing),
                        statuses().flatMap(s -> s.steps().values().stream()).map(StepStatus::standing))
                .distinct()
                .sorted()
                .map(Standing::id)
                .toList();
    }

    private List<Group> groups(Place place) {
        List<Group> groups = new ArrayList<>();
        for (SectionNodes section : site.structure().sections()) {
            List<Row> rows = new ArrayList<>();
            Stream.concat(Stream.of(section.index()), section.pages().stream())
                    .forEach(node -> row(node, place).ifPresent(rows::add));
            if (!rows.isEmpty()) {
                groups.add(new Group(section.isRoot() ? "" : section.index().title(place.language()), rows));
            }
        }
        return groups;
    }

    private Optional<Row> row(Node node, Place place) {
        return standings
                .of(node.id())
                .map(status -> new Row(
                        Link.to(node.title(place.language()), node.linkFrom(place)),
                        node.isTranslated(place.language()),
                        standings.badge(status),
                        Standings.steps(status),
                        status.result().map(r -> standings.where(r.setting(), place.language()))));
    }
}
