package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.NavSection;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.Toc;
import java.util.List;
import java.util.Optional;

/** Pages with every kind of part, role, form and flag, in words that a handbook would use. */
final class SampleViews {
    static final String KEY = "database/pgbouncer";

    private SampleViews() {}

    /** A whole runbook: {@code database/pgbouncer.html}, the English one under {@code en/}. */
    static RunbookView runbook(Language language) {
        return new RunbookView(
                runbookFrame(language, language),
                KEY,
                true,
                List.of(
                        Link.to("postgresql", "../tags/postgresql.html"),
                        Link.to("pgbouncer", "../tags/pgbouncer.html")),
                List.of(Link.to(
                        pick(language, "PostgreSQL のパスワードを変える", "Change the PostgreSQL password"), "index.html")),
                Optional.of("medium"),
                Optional.of("1h30m"),
                fields(language),
                true,
                Optional.empty(),
                SampleParts.all(language));
    }

    /** A page that has no English yet. */
    static RunbookView untranslated() {
        return new RunbookView(
                runbookFrame(Language.EN, Language.JA),
                KEY,
                false,
                List.of(),
                List.of(),
                Optional.of("high"),
                Optional.of("soon"),
                fields(Language.JA),
                true,
                Optional.empty(),
                SampleParts.all(Language.JA));
    }

    /** A page that is only read: nothing optional is there. */
    static RunbookView prose() {
        Frame frame = new Frame(
                Language.EN,
                Language.EN,
                "Handbook",
                "Folders & <files>",
                "",
                "",
                "index.html",
                List.of(new Link("en", "folders.html", true)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        return new RunbookView(
                frame,
                "folders",
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                List.of(new Part.Text("<p>Everything is in <code>/home/mastodon</code>.</p>\n")));
    }

    static SectionView front(Language language) {
        Frame frame = frame(
                language,
                language,
                pick(language, "Mastodon 運用手順書", "Mastodon handbook"),
                pick(language, "深夜 3 時に開いても迷わない手順書です。", "Procedures that hold at three in the morning."),
                language == Language.JA ? "" : "../",
                "index.html",
                List.of(),
                List.of());
        List<Part> parts = List.of(
                new Part.Heading(2, "what-is-broken", pick(language, "何が壊れていますか", "What is broken?"), false),
                new Part.Text(pick(
                        language,
                        "<ul>\n<li><a href=\"database/pgbouncer.html\">接続数が足りない（<code>sorry, too many clients"
                                + " already</code>）</a></li>\n<li><a href=\"database/index.html\">502 が続く</a></li>\n</ul>\n",
                        "<ul>\n<li><a href=\"database/pgbouncer.html\">Too few connections (<code>sorry, too many clients"
                                + " already</code>)</a></li>\n</ul>\n")));
        return new SectionView(
                frame,
                true,
                true,
                parts,
                List.of(
                        new SectionView.Group(
                                pick(language, "データベース", "Database"),
                                Optional.of("database/index.html"),
                                cards(language)),
                        new SectionView.Group(
                                "", Optional.empty(), cards(language).subList(0, 1)),
                        new SectionView.Group(pick(language, "その他", "Other"), Optional.empty(), List.of())),
                Optional.empty());
    }

    static SectionView emptySection() {
        return new SectionView(
                frame(Language.JA, Language.JA, "空の節", "", "", "index.html", List.of(), List.of()),
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Frame notFound(Language language) {
        return frame(
                language,
                language,
                pick(language, "ページが見つかりません", "Page not found"),
                "",
                "",
                "index.html",
                List.of(),
                List.of());
    }

    private static List<SectionView.Card> cards(Language language) {
        return List.of(
                new SectionView.Card(
                        pick(language, "PgBouncer のインストール", "Installing PgBouncer"),
                        "database/pgbouncer.html",
                        pick(
                                language,
                                "Mastodon と PostgreSQL の間に接続プールを入れ、メモリ消費を抑える",
                                "Put a connection pool between Mastodon and PostgreSQL"),
                        List.of("postgresql", "pgbouncer"),
                        5,
                        true,
                        Optional.empty()),
                new SectionView.Card(
                        "バックアップ", "database/backup.html", "", List.of(), 1, language == Language.JA, Optional.empty()),
                new SectionView.Card(
                        pick(language, "用語集", "Glossary"),
                        "glossary/index.html",
                        "",
                        List.of(),
                        0,
                        true,
                        Optional.empty()));
    }

    static Frame runbookFrame(Language language, Language content) {
        return frame(
                language,
                content,
                pick(content, "PgBouncer のインストール", "Installing PgBouncer"),
                pick(
                        content,
                        "Mastodon と PostgreSQL の間に接続プールを入れ、PostgreSQL のプロセス数とメモリ消費を抑える",
                        "Put a connection pool between Mastodon and PostgreSQL, to bound its processes and memory"),
                language == Language.JA ? "../" : "../../",
                "database/pgbouncer.html",
                SampleParts.contents(content),
                List.of(
                        Link.to(pick(language, "ホーム", "Home"), "../index.html"),
                        Link.to(pick(language, "データベース", "Database"), "index.html"),
                        new Link(pick(content, "PgBouncer のインストール", "Installing PgBouncer"), "pgbouncer.html", true)));
    }

    /** @param path of the page from its language's front page */
    static Frame frame(
            Language language,
            Language content,
            String title,
            String description,
            String root,
            String path,
            List<Toc> contents,
            List<Link> breadcrumbs) {
        String up = path.contains("/") ? "../" : "";
        boolean japanese = language == Language.JA;
        String site = "https://handbook.example/";
        boolean inSection = !up.isEmpty();
        return new Frame(
                language,
                content,
                pick(language, "Mastodon 運用手順書", "Mastodon handbook"),
                title,
                description,
                root,
                up + "index.html",
                List.of(
                        new Link("ja", japanese ? up + path : root + path, japanese),
                        new Link("en", japanese ? root + "en/" + path : up + path, !japanese)),
                Optional.of(site + (japanese ? "" : "en/") + path),
                List.of(new Link("ja", site + path, japanese), new Link("en", site + "en/" + path, !japanese)),
                inSection
                        ? Optional.of(site + "assets/pictures/" + language.code() + "/database/index.png")
                        : Optional.empty(),
                inSection ? Optional.of((japanese ? root : up) + "feed.xml") : Optional.empty(),
                List.of(
                        new NavSection(
                                Link.to(pick(language, "データベース", "Database"), up + "database/index.html"),
                                inSection,
                                inSection
                                        ? List.of(
                                                new Link(
                                                        pick(language, "PgBouncer のインストール", "Installing PgBouncer"),
                                                        up + "database/pgbouncer.html",
                                                        true),
                                                Link.to(
                                                        pick(language, "バックアップ", "Backup"),
                                                        up + "database/backup.html"))
                                        : List.of()),
                        new NavSection(Link.to("Redis", up + "cache/index.html"), false, List.of()),
                        new NavSection(Link.to("nginx", up + "web/index.html"), false, List.of()),
                        new NavSection(
                                Link.to(pick(language, "用語集", "Glossary"), up + "glossary/index.html"),
                                false,
                                List.of())),
                breadcrumbs,
                contents,
                inSection ? Optional.of(Link.to(pick(language, "データベース", "Database"), "index.html")) : Optional.empty(),
                inSection ? Optional.of(Link.to(pick(language, "バックアップ", "Backup"), "backup.html")) : Optional.empty(),
                inSection ? Optional.of("https://git.example/edit/" + path) : Optional.empty(),
                inSection ? Optional.of("2026-11-23") : Optional.empty(),
                Optional.empty(),
                !title.contains("404"));
    }

    private static List<RunbookView.Field> fields(Language language) {
        return List.of(
                new RunbookView.Field(
                        "DB_NAME",
                        pick(language, "データベース名", "Database"),
                        "mastodon_production",
                        Optional.of("[a-z_][a-z0-9_]*"),
                        false),
                new RunbookView.Field("NOTE", pick(language, "作業の記録", "Note"), "", Optional.empty(), false),
                new RunbookView.Field(
                        "HEADER",
                        pick(language, "ファイルの見出し", "File header"),
                        "# one\n# two",
                        Optional.of("(?i)not a pattern here"),
                        false),
                new RunbookView.Field(
                        "DB_PASSWORD",
                        pick(language, "mastodon ロールのパスワード", "Password of the role"),
                        "",
                        Optional.empty(),
                        true));
    }

    static String pick(Language language, String japanese, String english) {
        return language == Language.JA ? japanese : english;
    }
}
