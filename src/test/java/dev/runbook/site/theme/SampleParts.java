package dev.runbook.site.theme;

import static dev.runbook.site.theme.SampleViews.pick;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.Part.Code;
import dev.runbook.site.view.Part.Fact;
import dev.runbook.site.view.Part.StepView;
import dev.runbook.site.view.Toc;
import java.util.List;
import java.util.Optional;

/** The text of the sample runbook. */
final class SampleParts {
    private SampleParts() {}

    static List<Toc> contents(Language language) {
        return List.of(
                new Toc(2, "when", pick(language, "いつ使うか", "When to use it")),
                new Toc(2, "install", pick(language, "パッケージを入れる", "Install the package")),
                new Toc(
                        3,
                        "quoting",
                        pick(language, "<code>pgbouncer.ini</code> を書く", "Write <code>pgbouncer.ini</code>")),
                new Toc(2, "verify", pick(language, "確認", "Verify")),
                new Toc(2, "undo", pick(language, "元に戻す", "Undo")));
    }

    static List<Part> all(Language language) {
        return List.of(
                heading(2, "when", pick(language, "いつ使うか", "When to use it"), false),
                new Part.Text(SampleProse.before(language)),
                new Part.ListingView(new Code("", "FATAL:  sorry, too many clients already\n", false)),
                new Part.ListingView(new Code(
                        "ruby",
                        "<span class=\"tok-keyword\">puts</span> <span class=\"tok-string\">'あ'</span>\n",
                        false)),
                step("prepare", 0, "given", "script", "bash", "dnf -y remove pgbouncer\n")
                        .build(),
                heading(2, "install", pick(language, "パッケージを入れる", "Install the package"), true),
                step("install-package", 1, "exec", "script", "bash", SampleCode.INSTALL)
                        .user("root")
                        .option(pick(language, "制限時間", "Time limit"), pick(language, "3 分", "3 min"))
                        .undoneBy("undo-package")
                        .build(),
                step("installed", 0, "check", "console", "console", SampleCode.CONSOLE)
                        .status(2)
                        .build(),
                heading(
                        3,
                        "quoting",
                        pick(language, "<code>pgbouncer.ini</code> を書く", "Write <code>pgbouncer.ini</code>"),
                        false),
                step("write-ini", 2, "exec", "file", "ini", SampleCode.INI)
                        .target("/etc/pgbouncer/mastodon.ini")
                        .option(pick(language, "所有者", "Owner"), "root:pgbouncer")
                        .build(),
                step("patch-hba", 3, "exec", "patch", "diff", SampleCode.PATCH)
                        .target("/var/lib/pgsql/data/pg_hba.conf")
                        .build(),
                step("set-password", 4, "exec", "sql", "sql", SampleCode.SQL)
                        .user("postgres")
                        .build(),
                step("all-quotes", 5, "exec", "script", "bash", SampleCode.QUOTES)
                        .build(),
                heading(4, "deep-4", "four", false),
                heading(5, "deep-5", "five", false),
                heading(6, "deep-6", "six", false),
                heading(2, "verify", pick(language, "確認", "Verify"), false),
                step("pool-in-use", 0, "check", "script", "bash", "systemctl is-active pgbouncer\n")
                        .expected("active\n")
                        .build(),
                new Part.Text("<ul>\n<li class=\"task\"><label>"),
                new Part.Box("verify-task-1"),
                new Part.Text(pick(
                        language,
                        " 500 や <code>502</code> が出ないことを確認する</label></li>\n</ul>\n",
                        " No 500 or <code>502</code> appears</label></li>\n</ul>\n")),
                heading(2, "undo", pick(language, "元に戻す", "Undo"), false),
                step("undo-package", 0, "undo", "script", "", "dnf -y remove pgbouncer\n")
                        .danger(pick(language, "プールの統計がすべて消えます。", "All statistics of the pool are lost."))
                        .undoes("install-package")
                        .build(),
                new Part.Text(SampleProse.after(language)),
                new Part.Definitions(List.of(new Part.Definition(
                        "postgresql",
                        "PostgreSQL",
                        pick(
                                language,
                                "<code>SQL</code> で問い合わせるデータベースです。",
                                "A database that is asked in <code>SQL</code>.")))));
    }

    private static Part.Heading heading(int level, String id, String html, boolean outdated) {
        return new Part.Heading(level, id, html, outdated);
    }

    private static StepBuilder step(String id, int number, String role, String form, String language, String html) {
        return new StepBuilder(new StepView(
                id,
                number == 0 ? Optional.empty() : Optional.of(number),
                role,
                form,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Code(language, html, form.equals("patch")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** Copies of a step, each with one thing more. */
    private record StepBuilder(StepView s) {
        StepView build() {
            return s;
        }

        StepBuilder user(String user) {
            return with(Optional.of(user), s.target(), s.options(), s.undoneBy());
        }

        StepBuilder target(String target) {
            return with(s.user(), Optional.of(target), s.options(), s.undoneBy());
        }

        StepBuilder option(String label, String value) {
            return with(s.user(), s.target(), List.of(new Fact(label, value)), s.undoneBy());
        }

        StepBuilder undoneBy(String id) {
            return with(s.user(), s.target(), s.options(), List.of(Link.to(id, "#" + id)));
        }

        StepBuilder danger(String danger) {
            return with(Optional.of(danger), s.undoes(), s.expected(), s.expectedStatus());
        }

        StepBuilder undoes(String id) {
            return with(s.danger(), Optional.of(Link.to(id, "#" + id)), s.expected(), s.expectedStatus());
        }

        StepBuilder expected(String output) {
            return with(s.danger(), s.undoes(), Optional.of(new Code("text", output, false)), s.expectedStatus());
        }

        StepBuilder status(int status) {
            return with(s.danger(), s.undoes(), s.expected(), Optional.of(status));
        }

        private StepBuilder with(
                Optional<String> user, Optional<String> target, List<Fact> options, List<Link> undoneBy) {
            return new StepBuilder(new StepView(
                    s.id(),
                    s.number(),
                    s.role(),
                    s.form(),
                    user,
                    target,
                    options,
                    s.danger(),
                    s.undoes(),
                    undoneBy,
                    s.code(),
                    s.expected(),
                    s.expectedStatus(),
                    s.proof()));
        }

        private StepBuilder with(
                Optional<String> danger, Optional<Link> undoes, Optional<Code> expected, Optional<Integer> status) {
            return new StepBuilder(new StepView(
                    s.id(),
                    s.number(),
                    s.role(),
                    s.form(),
                    s.user(),
                    s.target(),
                    s.options(),
                    danger,
                    undoes,
                    s.undoneBy(),
                    s.code(),
                    expected,
                    status,
                    s.proof()));
        }
    }
}
