package dev.runbook.testing;

import dev.runbook.i18n.Language;
import dev.runbook.markdown.RunbookParser;
import dev.runbook.model.Expectation;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.SourceFile;

/** Expectations and runbooks read from their text, as an author writes them. */
public final class Expectations {
    private Expectations() {}

    /** The expectation that an {@code .output} block with these lines is. */
    public static Expectation of(String lines) {
        Runbook runbook = runbook("```bash {#a .check}\ntrue\n```\n\n`````output {.output}\n" + lines + "`````\n");
        return runbook.steps().get(0).expectation().orElseThrow();
    }

    /** The runbook of a file's text, whatever is wrong with it. */
    public static Runbook runbook(String text) {
        return new RunbookParser(HandbookConfig.DEFAULTS)
                .parse(SourceFile.of("section/page.md", text), new RunbookId("section/page"), Language.JA)
                .value();
    }
}
