package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.runbook.i18n.Language;
import dev.runbook.markdown.RunbookParser;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Progress;
import dev.runbook.source.SourceFile;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "」",
                "「」」\n\n",
                "ｱ",
                "**あ ",
                "あ ** \n",
                "`　",
                "サーバ ",
                "サーバ サーバー\n",
                "[](",
                "[a](b) ",
                "[a](b)\n\n",
                "- [ ] a\n",
                "# 見出し\n\n",
            })
    void proseThatNobodyWroteIsCheckedSoon(String part) {
        check(part.repeat(100_000 / part.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$A ",
                "　",
                "\"　\" ",
                "'　'\n",
                "$A\n",
                "# 　\n",
                "<<A\n",
                "echo a || true\n",
            })
    void codeThatNobodyWroteIsCheckedSoon(String part) {
        String code = part.repeat(100_000 / part.length());
        check("---\nparams: {A: {label: a}}\n---\n```bash {.check}\n" + code + "\n```\n");
        check("```console {.check}\n# true\n" + ("# " + part.strip() + "\n").repeat(10_000) + "```\n");
    }

    private static void check(String markdown) {
        RunbookId id = new RunbookId("a");
        RunbookParser parser = new RunbookParser(HandbookConfig.DEFAULTS);
        Runbook japanese =
                parser.parse(SourceFile.of("a.md", markdown), id, Language.JA).value();
        Runbook english = parser.parse(SourceFile.of("a.en.md", markdown + "\nmore"), id, Language.EN)
                .value();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Checker.handbook(Handbooks.of(Set.of(), Handbooks.page(japanese, english)), Progress.NONE));
    }
}
