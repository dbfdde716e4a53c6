package dev.runbook.record;

import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Place;
import dev.runbook.outcome.Transcript;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a run that did not get to its end is gone on with, or why it cannot be. */
public final class Resume {
    /** Kinds of places that end with the run. */
    private static final Set<String> GONE = Set.of("rehearsal", "container");

    private static final int SHOWN_VALUE = 60;

    private final RecordedRun run;
    private final Plan plan;
    private final Map<StepId, HeldSteps.Held> held;
    private final List<Diagnostic> found = new ArrayList<>();

    private Resume(RecordedRun run, Plan plan) {
        this.run = run;
        this.plan = plan;
        this.held = HeldSteps.of(run.events());
    }

    /**
     * Where to go on: after the last step that held.
     *
     * @param run the run that is gone on with
     * @param skipped the steps before that point: those that held, and those that a person passed over
     * @param next the first step to run; empty if the last one held
     */
    public record Point(String run, Set<StepId> skipped, Optional<PlannedStep> next) {
        public Point {
            skipped = Set.copyOf(skipped);
        }
    }

    /**
     * Compares a run with what would be carried out today.
     *
     * @param plan the whole plan, with the steps that may have been done
     * @return a point, with warnings about what it relies on; with an error it must not be gone on from there
     */
    public static Parsed<Point> of(RecordedRun run, Plan plan, Place place, Values values) {
        return new Resume(run, plan).point(place, values);
    }

    private Parsed<Point> point(Place place, Values values) {
        Span document = Span.startOf(plan.runbook().source().name());
        if (run.header().isEmpty()) {
            found.add(Diagnostic.of(RecordCode.RUN_UNREADABLE, document, run.id()));
            return new Parsed<>(new Point(run.id(), Set.of(), Optional.empty()), found);
        }
        RunHeader header = run.header().get();
        run.integrity()
                .brokenLine()
                .ifPresent(line -> found.add(Diagnostic.of(RecordCode.RUN_DAMAGED, document, run.id(), line)));
        if (!header.runbook().equals(plan.runbook().id())) {
            found.add(Diagnostic.of(RecordCode.OTHER_RUNBOOK, document, run.id(), header.runbook()));
        }
        if (run.end().equals(Optional.of(Transcript.End.COMPLETED))) {
            found.add(Diagnostic.of(RecordCode.RUN_COMPLETED, document, run.id()));
        }
        checkPlace(header.place(), place, document);
        checkValues(header, values, document);
        return new Parsed<>(steps(), found);
    }

    private void checkPlace(Place then, Place now, Span document) {
        if (GONE.contains(then.kind())) {
            found.add(Diagnostic.of(RecordCode.PLACE_IS_GONE, document, run.id(), then.kind()));
        } else if (!then.host().equals(now.host()) || GONE.contains(now.kind())) {
            found.add(Diagnostic.of(RecordCode.OTHER_PLACE, document, run.id(), shown(then), shown(now)));
        }
    }

    private static String shown(Place place) {
        return place.host() + " (" + place.kind() + ")";
    }

    /** Of secrets nothing is recorded, and so nothing can be compared. */
    private void checkValues(RunHeader header, Values values, Span document) {
        Map<String, String> now = values.shown();
        Set<String> names = new TreeSet<>(header.values().keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = header.values().getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                found.add(Diagnostic.of(RecordCode.VALUE_DIFFERS, document, name, cut(was), cut(is)));
            }
        }
    }

    private static String cut(String value) {
        int end = value.offsetByCodePoints(0, Math.min(SHOWN_VALUE, value.codePointCount(0, value.length())));
        return end == value.length() ? value : value.substring(0, end) + "…";
    }

    private Point steps() {
        Map<StepId, PlannedStep> today = new HashMap<>();
        plan.steps().forEach(step -> today.put(step.step().id(), step));
        int done = 0;
        for (HeldSteps.Held step : held.values()) {
            PlannedStep now = today.get(step.step().id());
            if (now != null) {
                done = Math.max(done, plan.steps().indexOf(now) + 1);
                compare(step, now);
            } else if (step.step().undoes().isEmpty()) {
                add(RecordCode.STEP_REMOVED, step.step());
            }
        }
        List<PlannedStep> before = plan.steps().subList(0, done);
        checkNotHeld(before);
        checkOrder(before);
        return new Point(
                run.id(),
                before.stream().map(step -> step.step().id()).collect(Collectors.toSet()),
                plan.steps().stream().skip(done).findFirst());
    }

    private void compare(HeldSteps.Held then, PlannedStep now) {
        if (!now.digest().equals(then.step().digest())) {
            add(RecordCode.STEP_CHANGED, now);
        } else if (then.edited()) {
            add(RecordCode.HELD_EDITED, now);
        }
    }

    private void checkNotHeld(List<PlannedStep> before) {
        Set<StepId> planned = run.planned().stream().map(RecordedStep::id).collect(Collectors.toSet());
        for (PlannedStep step : before) {
            StepId id = step.step().id();
            if (!held.containsKey(id)) {
                add(planned.contains(id) ? RecordCode.PASSED_OVER : RecordCode.STEP_ADDED, step);
            }
        }
    }

    /** Of the steps that were planned then and stand before the point now, the order. */
    private void checkOrder(List<PlannedStep> before) {
        Set<StepId> here = before.stream().map(step -> step.step().id()).collect(Collectors.toSet());
        Iterator<StepId> then = run.planned().stream()
                .map(RecordedStep::id)
                .filter(here::contains)
                .iterator();
        Set<StepId> planned = run.planned().stream().map(RecordedStep::id).collect(Collectors.toSet());
        for (PlannedStep now : before) {
            if (planned.contains(now.step().id()) && !now.step().id().equals(then.next())) {
                add(RecordCode.STEP_MOVED, now);
                return;
            }
        }
    }

    private void add(RecordCode code, PlannedStep step) {
        found.add(Diagnostic.of(code, step.step().span(), step.step().id().name()));
    }

    private void add(RecordCode code, RecordedStep step) {
        Span document = Span.startOf(plan.runbook().source().name());
        found.add(Diagnostic.of(code, document, step.id().name()));
    }
}
