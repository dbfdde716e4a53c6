package dev.runbook.site.view;

import dev.runbook.site.view.Badge.Count;
import dev.runbook.site.view.Proof.Where;
import java.util.List;
import java.util.Optional;

/**
 * What holds: the verification of all runbooks.
 *
 * @param totals of all runbooks
 * @param allowedDays after how many days a verification is too old
 * @param standIn whether a stand-in was the place of any
 * @param groups by section, in the handbook's order
 * @param legend each standing that there is, strongest first
 */
public record StatusView(
        Frame frame,
        Optional<Totals> totals,
        long allowedDays,
        boolean standIn,
        List<Group> groups,
        List<String> legend) {

    /** A section's runbooks. */
    public record Group(String title, List<Row> rows) {}

    /**
     * A runbook.
     *
     * @param translated whether the title is in the page's language
     * @param steps how many of its steps stand how, strongest first
     * @param place where it was run; empty where it was not
     */
    public record Row(Link page, boolean translated, Badge badge, List<Count> steps, Optional<Where> place) {}
}
