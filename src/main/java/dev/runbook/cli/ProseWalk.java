package dev.runbook.cli;

import dev.runbook.model.Block;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text around the steps, piece by piece as they come; each piece once. */
final class ProseWalk {
    private final List<String> pieces = new ArrayList<>();
    /** Where the section of each step begins, and where the step stands. */
    private final Map<StepId, int[]> places = new HashMap<>();

    private final Map<StepId, Step> steps = new HashMap<>();
    private int next;
    private boolean whole;

    /**
     * Begins at the top.
     *
     * @param shown the version to be read: it has the steps of the original
     */
    ProseWalk(Runbook shown, Style style, StepPrinter printer) {
        for (Section section : shown.sections()) {
            int start = pieces.size();
            if (section.level() > 0) {
                pieces.add("\n" + heading(section, style) + "\n");
            }
            for (Block block : section.blocks()) {
                String text = block.accept(new Text(style, printer, start));
                if (!text.isEmpty()) {
                    pieces.add(text);
                }
            }
        }
    }

    /** What stands between the last step asked for and this one; unless all is to be shown, of its section alone. */
    String before(StepId step) {
        int[] place = places.get(step);
        if (place == null) {
            return "";
        }
        int from = whole ? next : Math.max(next, place[0]);
        next = Math.max(next, place[1]);
        return from < place[1] ? String.join("", pieces.subList(from, place[1])) : "";
    }

    /** What stands before these steps is not to be shown: whoever goes on has read it when they were carried out. */
    ProseWalk behind(Set<StepId> held) {
        for (StepId step : held) {
            int[] place = places.get(step);
            next = Math.max(next, place == null ? 0 : place[1]);
        }
        return this;
    }

    /** All is to be shown, from the top. */
    ProseWalk fromTop() {
        whole = true;
        return this;
    }

    /** What stands behind the last step. */
    String rest() {
        return String.join("", pieces.subList(next, pieces.size()));
    }

    /** The step as it stands in the version that is shown: a manual step's text is translated. */
    Optional<Step> shown(StepId step) {
        return Optional.ofNullable(steps.get(step));
    }

    static String heading(Section section, Style style) {
        String title = style.bold("#".repeat(section.level()) + " " + Terminal.clean(section.title()));
        return section.level() <= 2 ? style.underlined(title) : title;
    }

    private final class Text implements Block.Visitor<String> {
        private final Style style;
        private final StepPrinter printer;
        private final int section;

        Text(Style style, StepPrinter printer, int section) {
            this.style = style;
            this.printer = printer;
            this.section = section;
        }

        @Override
        public String prose(Prose prose) {
            return printer.prose(prose.markdown());
        }

        @Override
        public String listing(Listing listing) {
            return "\n" + printer.rule("") + CodeText.of(listing.language(), listing.code(), style) + printer.rule("");
        }

        @Override
        public String step(Step step) {
            places.put(step.id(), new int[] {section, pieces.size()});
            steps.put(step.id(), step);
            return "";
        }
    }
}
