package dev.runbook.importing;

import dev.runbook.importing.Element.Commands;
import dev.runbook.importing.Element.Heading;
import dev.runbook.importing.Element.Nothing;
import dev.runbook.importing.Element.NumberedStep;
import dev.runbook.importing.Element.ProseLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which numbered lines are a list: those that follow one another by number and hold nothing but text. */
final class StepLists {
    private StepLists() {}

    /** The first lines of the steps, and of what belongs to them, that are in lists. */
    static Set<Integer> of(List<Element> elements) {
        Set<Integer> listed = new HashSet<>();
        List<Element> run = new ArrayList<>();
        int next = 0;
        boolean plain = true;
        for (Element element : elements) {
            boolean starts = element instanceof NumberedStep step && (run.isEmpty() || step.number() == 1);
            if (element instanceof Heading || starts) {
                close(run, plain, listed);
                plain = true;
                next = element instanceof NumberedStep step ? step.number() : 0;
            }
            if (element instanceof NumberedStep step) {
                plain &= step.number() == next && step.command().isEmpty();
                next = step.number() + 1;
                run.add(step);
            } else if (!run.isEmpty()) {
                plain &= element instanceof ProseLines || element instanceof Nothing;
                run.add(element);
            }
        }
        close(run, plain, listed);
        return listed;
    }

    /** The first lines of the headings that stand within a step, since the steps are counted on behind them. */
    static Set<Integer> nested(List<Element> elements) {
        Set<Integer> nested = new HashSet<>();
        List<Heading> since = new ArrayList<>();
        int last = 0;
        for (Element element : elements) {
            if (element instanceof Heading heading) {
                since.add(heading);
            } else if (element instanceof NumberedStep step) {
                if (last > 0 && step.number() == last + 1) {
                    since.forEach(h -> nested.add(h.first()));
                }
                since.clear();
                last = step.number();
            }
        }
        return nested;
    }

    /** Whether a page is carried out from its top to its end: it counts its steps, or has prompts. */
    static boolean isProcedure(List<Element> elements) {
        return elements.stream()
                .anyMatch(e -> e instanceof NumberedStep
                        || (e instanceof Commands commands
                                && commands.lines().stream().anyMatch(StepLists::isSession)));
    }

    private static boolean isSession(CommandLine line) {
        return (line.prompt() != CommandLine.Prompt.NONE && line.labelEnd() == 0)
                || line.program().equals("su");
    }

    private static void close(List<Element> run, boolean plain, Set<Integer> listed) {
        if (plain) {
            // What stands behind the last item and a blank line is no part of the list any more.
            boolean open = false;
            for (Element element : run) {
                open = element instanceof NumberedStep || (open && element instanceof ProseLines);
                if (open) {
                    listed.add(element.first());
                }
            }
        }
        run.clear();
    }
}
