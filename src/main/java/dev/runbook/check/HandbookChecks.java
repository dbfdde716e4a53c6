package dev.runbook.check;

import dev.runbook.model.Handbook;
import dev.runbook.model.Located;
import dev.runbook.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Checks what the handbook's configuration names. */
final class HandbookChecks {
    private HandbookChecks() {}

    static List<Diagnostic> of(Handbook handbook) {
        Findings findings = new Findings();
        handbook.config().environment().ifPresent(e -> EnvironmentChecks.check(handbook, e, findings));
        List<Located<String>> sections = handbook.config().sections();
        if (!sections.isEmpty()) {
            NavigableSet<String> folders = new TreeSet<>();
            handbook.pages().keySet().forEach(id -> folders.add(id.folder()));
            for (Located<String> section : sections) {
                if (!exists(section.value(), folders)) {
                    findings.add(CheckCode.UNKNOWN_SECTION, section.span(), section.value());
                }
            }
        }
        return new ArrayList<>(findings.all());
    }

    private static boolean exists(String section, NavigableSet<String> folders) {
        String below = folders.ceiling(section + "/");
        return folders.contains(section) || (below != null && below.startsWith(section + "/"));
    }
}
