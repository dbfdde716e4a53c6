package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.source.Suggestions;
import java.util.Optional;

/** Checks that an environment that is named is there. */
final class EnvironmentChecks {
    private EnvironmentChecks() {}

    static void check(Handbook handbook, Page page, Findings findings) {
        page.original().frontMatter().environment().ifPresent(e -> check(handbook, e, findings));
    }

    static void check(Handbook handbook, Located<String> environment, Findings findings) {
        String name = environment.value();
        if (handbook.environments().contains(name)) {
            return;
        }
        Optional<String> near = Suggestions.closest(name, handbook.environments());
        if (near.isPresent()) {
            findings.add(CheckCode.MISSPELT_ENVIRONMENT, environment.span(), name, near.get());
        } else {
            findings.add(CheckCode.UNKNOWN_ENVIRONMENT, environment.span(), name);
        }
    }
}
