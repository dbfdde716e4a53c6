package dev.runbook.record;

import dev.runbook.exec.Decider;
import dev.runbook.exec.Decision;
import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.OutcomeWriter;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.StepOutcome;
import dev.runbook.outcome.Transcript;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records a run as it happens, and passes each event on to who shows it once it is on the disk: what was shown is never
 * lost. That a step is started is on the disk before {@link #started} returns, and so before anything is run. Other events
 * are passed on at most {@value Delivery#INTERVAL_MILLIS} ms later, many with one write, by a thread of the journal's own if
 * need be; {@link #flush} has it done at once. Who shows is called by one thread at a time, in order.
 *
 * <p>Every method throws {@link JournalException} once the disk did not take a line: then nothing may be run any more.
 */
public final class Journal implements ExecutionListener, AutoCloseable {
    /** How many bytes of what one try of a step writes are recorded as they come; its outcome has the end of it. */
    static final int OUTPUT_LIMIT = 1 << 20;

    private final EventWriter events = new EventWriter(OutcomeWriter.plain());
    private final Clock clock;
    private final ExecutionListener shown;
    private final Delivery delivery;

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private @Nullable PlannedStep writer;
    private int room = OUTPUT_LIMIT;
    private boolean cutSaid;

    /**
     * Begins a record.
     *
     * @param file empty
     * @param shown gets each event after it was recorded
     */
    Journal(JournalFile file, RunHeader header, ExecutionListener shown, Clock clock) {
        this.clock = clock;
        this.shown = shown;
        this.delivery = new Delivery(file, this::closePart);
        synchronized (delivery) {
            delivery.line(events.header(header));
            delivery.now();
        }
    }

    /** A decider that is asked once all that happened before is recorded and shown. For a person, not for a rule. */
    public Decider shownFirst(Decider decider) {
        return new Decider() {
            @Override
            public Decision before(PlannedStep step) {
                flush();
                return decider.before(step);
            }

            @Override
            public Decision after(PlannedStep step, StepOutcome outcome) {
                flush();
                return decider.after(step, outcome);
            }
        };
    }

    /** Has all that happened so far recorded and shown. */
    public void flush() {
        synchronized (delivery) {
            delivery.now();
        }
    }

    @Override
    public void planned(Plan plan) {
        synchronized (delivery) {
            List<RecordedStep> steps =
                    plan.steps().stream().map(RecordedStep::of).toList();
            delivery.add(events.planned(now(), steps), () -> shown.planned(plan));
            delivery.now();
        }
    }

    @Override
    public void started(PlannedStep step, String code, boolean edited) {
        synchronized (delivery) {
            room = OUTPUT_LIMIT;
            cutSaid = false;
            delivery.add(events.started(now(), step, code, edited), () -> shown.started(step, code, edited));
            delivery.now();
        }
    }

    @Override
    public void output(PlannedStep step, byte[] bytes) {
        byte[] kept = bytes.clone();
        synchronized (delivery) {
            if (writer == null || !writer.step().id().equals(step.step().id())) {
                closePart();
                writer = step;
            }
            int recorded = Math.min(room, kept.length);
            part.write(kept, 0, recorded);
            room -= recorded;
            delivery.then(() -> shown.output(step, kept), recorded);
            if (recorded < kept.length && !cutSaid) {
                cutSaid = true;
                delivery.add(events.outputCut(now(), step, OUTPUT_LIMIT), () -> {});
            }
            delivery.soon();
        }
    }

    @Override
    public void retrying(PlannedStep step, int tries, StepOutcome outcome) {
        synchronized (delivery) {
            room = OUTPUT_LIMIT;
            cutSaid = false;
            delivery.add(events.retrying(now(), step, tries, outcome), () -> shown.retrying(step, tries, outcome));
            delivery.soon();
        }
    }

    @Override
    public void finished(PlannedStep step, StepOutcome outcome) {
        synchronized (delivery) {
            delivery.add(events.finished(now(), step, outcome), () -> shown.finished(step, outcome));
            delivery.soon();
        }
    }

    @Override
    public void stray(Output output) {
        synchronized (delivery) {
            delivery.add(events.stray(now(), output), () -> shown.stray(output));
            delivery.soon();
        }
    }

    @Override
    public void undoing(List<PlannedStep> steps) {
        synchronized (delivery) {
            List<RecordedStep> recorded = steps.stream().map(RecordedStep::of).toList();
            delivery.add(events.undoing(now(), recorded), () -> shown.undoing(steps));
            delivery.soon();
        }
    }

    @Override
    public void decided(PlannedStep step, Decision decision) {
        synchronized (delivery) {
            Chosen chosen = Chosen.of(decision);
            delivery.add(
                    events.decided(now(), step, chosen.choice(), chosen.why()), () -> shown.decided(step, decision));
            delivery.soon();
        }
    }

    @Override
    public void shellOpened(PlannedStep step) {
        synchronized (delivery) {
            delivery.add(
                    events.decided(now(), step, RecordedEvent.Decided.Choice.SHELL, ""), () -> shown.shellOpened(step));
            delivery.now();
        }
    }

    @Override
    public void ended(Transcript transcript) {
        synchronized (delivery) {
            delivery.add(events.ended(now(), transcript.end()), () -> shown.ended(transcript));
            delivery.now();
        }
    }

    /** Records what is left. The run counts as cut off unless it was {@link #ended}. */
    @Override
    public void close() {
        delivery.close();
    }

    /** What was written since the last line becomes a line. */
    private void closePart() {
        if (part.size() > 0 && writer != null) {
            delivery.line(events.wrote(now(), writer, Output.of(part.toByteArray())));
            part.reset();
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
