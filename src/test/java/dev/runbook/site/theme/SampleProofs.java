package dev.runbook.site.theme;

import static dev.runbook.site.theme.SampleViews.pick;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Badge;
import dev.runbook.site.view.Badge.Count;
import dev.runbook.site.view.Badge.Moment;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.Part.Code;
import dev.runbook.site.view.Part.Fact;
import dev.runbook.site.view.Part.StepView;
import dev.runbook.site.view.Proof;
import dev.runbook.site.view.Proof.Cause;
import dev.runbook.site.view.Proof.Where;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import dev.runbook.site.view.StatusView.Group;
import dev.runbook.site.view.StatusView.Row;
import dev.runbook.site.view.Totals;
import dev.runbook.site.view.Verification;
import dev.runbook.site.view.Verification.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of a site with results: every standing, every kind of proof. */
final class SampleProofs {
    static final List<String> STANDINGS =
            List.of("passed", "stubbed", "manual", "skipped", "too-old", "stale", "never", "errored", "failed");

    private static final Optional<Moment> AT =
            Optional.of(new Moment("2026-11-24T16:02:25Z", "2026-11-25", "2026-11-25 01:02 Asia/Tokyo"));
    private static final Where STAND_IN = new Where("centos", true);
    private static final Code OUTPUT = new Code("", "<span class=\"output\">active\n</span>", false);
    private static final Code SESSION = new Code(
            "",
            "<span class=\"prompt\"># </span>rpm -q pgbouncer\n<span class=\"output\">pgbouncer-1.24.0\n"
                    + "<span class=\"left-out\">… 12 more lines …</span>\n</span>",
            false);
    private static final Code DIFF = new Code(
            "diff",
            "<span class=\"line\">  name\n</span><span class=\"line del\">- 6432\n</span><span class=\"line add\">+ 5432\n"
                    + "</span><span class=\"line hunk\">… 7 lines as expected …\n</span>",
            true);

    private static final Totals TOTALS = new Totals(counts(), 4, 9);

    private SampleProofs() {}

    static RunbookView runbook(Language language) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(2, "steps", pick(language, "手順", "Steps"), false));
        for (String standing : STANDINGS) {
            parts.add(step(standing, proof(language, standing)));
        }
        Frame frame = SampleViews.runbookFrame(language, language);
        Setting setting = new Setting(
                STAND_IN,
                "runbook/centos-stand-in:bookworm",
                "sha256:4f06b3c5a1b2c3d4e5f60718293a4b5c6d7e8f90",
                List.of(new Fact("pgbouncer", "1.24.0-1.el9"), new Fact("redis", "6.2.7-1.el9")),
                "25a26f4",
                "1m2s");
        return new RunbookView(
                withStatus(frame, "../status/index.html"),
                SampleViews.KEY,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                Optional.of(new Verification(
                        new Badge("failed", AT),
                        counts(),
                        true,
                        true,
                        Optional.of(setting),
                        Optional.of(cause(language)),
                        "../status/index.html")),
                parts);
    }

    private static Proof proof(Language language, String standing) {
        Badge badge = new Badge(standing, standing.equals("never") ? Optional.empty() : AT);
        Optional<Where> real = Optional.of(new Where("centos", false));
        Optional<Where> standIn = Optional.of(STAND_IN);
        Optional<String> same = Optional.empty();
        Optional<Cause> none = Optional.empty();
        Optional<Code> nothing = Optional.empty();
        return switch (standing) {
            case "passed" -> new Proof(badge, same, "", real, "37ms", 3, none, Optional.of(SESSION), nothing);
            case "stubbed" -> new Proof(badge, same, "tootctl", standIn, "1s", 1, none, nothing, nothing);
            case "manual", "never" -> new Proof(badge, same, "", Optional.empty(), "", 0, none, nothing, nothing);
            case "skipped" ->
                new Proof(badge, same, "needs internet <&>", Optional.empty(), "", 0, none, nothing, nothing);
            case "too-old", "stale" ->
                new Proof(badge, Optional.of("passed"), "", standIn, "1s", 1, none, Optional.of(OUTPUT), nothing);
            case "errored" ->
                new Proof(badge, same, "", standIn, "1m2s", 1, Optional.of(cause(language)), nothing, nothing);
            default ->
                new Proof(
                        badge,
                        same,
                        "",
                        standIn,
                        "10s",
                        10,
                        Optional.of(cause(language)),
                        Optional.of(OUTPUT),
                        Optional.of(DIFF));
        };
    }

    private static Cause cause(Language language) {
        return new Cause(
                pick(language, "期限 <1 分> を過ぎました。", "It took longer than <1 min>."),
                pick(language, "timeout を長くしてください。", "Give it a longer timeout."));
    }

    private static StepView step(String id, Proof proof) {
        return new StepView(
                "step-" + id,
                Optional.empty(),
                id.equals("stubbed") ? "given" : "check",
                "script",
                Optional.of("root"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Code("bash", "systemctl is-active pgbouncer\n", false),
                Optional.empty(),
                Optional.empty(),
                Optional.of(proof));
    }

    private static List<Count> counts() {
        return STANDINGS.stream()
                .map(s -> new Count(s, STANDINGS.indexOf(s) + 1))
                .toList();
    }

    /** The handbook's front page. */
    static SectionView front(Language language) {
        SectionView plain = SampleViews.front(language);
        List<SectionView.Card> cards = STANDINGS.stream()
                .map(s -> new SectionView.Card(
                        s, "database/pgbouncer.html", "", List.of(), 0, true, Optional.of(new Badge(s, AT))))
                .toList();
        return new SectionView(
                withStatus(plain.frame(), "status/index.html"),
                true,
                true,
                List.of(),
                List.of(new SectionView.Group("", Optional.empty(), cards)),
                Optional.of(TOTALS));
    }

    static StatusView status(Language language) {
        Link page = Link.to(pick(language, "PgBouncer のインストール", "Installing PgBouncer"), "../database/pgbouncer.html");
        List<Row> rows = STANDINGS.stream()
                .map(s -> s.equals("never")
                        ? new Row(page, false, new Badge(s, Optional.empty()), counts().subList(0, 1), Optional.empty())
                        : new Row(page, true, new Badge(s, AT), counts(), Optional.of(STAND_IN)))
                .toList();
        return new StatusView(
                statusFrame(language),
                Optional.of(TOTALS),
                30,
                true,
                List.of(
                        new Group("", rows.subList(0, 1)),
                        new Group(pick(language, "データベース", "Database"), rows.subList(1, rows.size()))),
                STANDINGS);
    }

    static StatusView emptyStatus() {
        return new StatusView(
                statusFrame(Language.EN), Optional.of(new Totals(List.of(), 0, 0)), 30, false, List.of(), List.of());
    }

    private static Frame statusFrame(Language language) {
        Frame frame = SampleViews.frame(
                language,
                language,
                pick(language, "検証の状況", "What holds"),
                pick(language, "自動検証で確かめたこと", "What was proven"),
                language == Language.JA ? "../" : "../../",
                "status/index.html",
                List.of(),
                List.of(Link.to(pick(language, "ホーム", "Home"), "../index.html")));
        return withStatus(frame, "index.html");
    }

    private static Frame withStatus(Frame f, String status) {
        return new Frame(
                f.language(),
                f.contentLanguage(),
                f.siteTitle(),
                f.title(),
                f.description(),
                f.root(),
                f.home(),
                f.alternates(),
                f.canonical(),
                f.absoluteAlternates(),
                f.picture(),
                f.feed(),
                f.navigation(),
                f.breadcrumbs(),
                f.contents(),
                f.previous(),
                f.next(),
                f.edit(),
                f.lastChange(),
                Optional.of(status),
                f.index());
    }
}
