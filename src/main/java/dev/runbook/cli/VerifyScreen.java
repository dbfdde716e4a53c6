package dev.runbook.cli;

import dev.runbook.model.RunbookId;
import dev.runbook.model.StepId;
import dev.runbook.results.Label;
import dev.runbook.results.RunbookResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A line a running runbook at the bottom of a terminal, redrawn in place; above them a line for each that has ended. */
final class VerifyScreen implements VerifyDisplay {
    private static final int REDRAWN_MILLIS = 100;
    private static final int DEFAULT_COLUMNS = 80;
    private static final String UP_AND_ERASE = "\u001b[A\r\u001b[K";

    private final Invocation invocation;
    private final PrintStream err;
    private final int columns;
    private final Map<RunbookId, Running> running = new LinkedHashMap<>();
    private final Thread clock;
    private int drawn;
    private boolean closed;

    /** One that runs: where it is, and since when. */
    private record Running(long since, String step) {}

    VerifyScreen(Invocation invocation) {
        this.invocation = invocation;
        this.err = invocation.host().err();
        this.columns = invocation.host().columns().orElse(DEFAULT_COLUMNS);
        this.clock = new Thread(this::tick, "runbook-verify-screen");
        clock.setDaemon(true);
        clock.start();
        // A Ctrl-C must not leave lines behind that look as if something were still running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clear-verify-screen"));
    }

    private void tick() {
        try {
            while (draw()) {
                Thread.sleep(REDRAWN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean draw() {
        if (closed) {
            return false;
        }
        StringBuilder out = new StringBuilder(erased());
        running.forEach((id, at) -> {
            String time = VerifyDisplay.seconds(Duration.ofNanos(System.nanoTime() - at.since()));
            String line = invocation.text("verify.running", id.path(), at.step(), time);
            out.append(invocation.errStyle().faint(Cells.cut(line, columns - 1)))
                    .append('\n');
        });
        drawn = running.size();
        err.print(out);
        err.flush();
        return true;
    }

    private String erased() {
        String erased = UP_AND_ERASE.repeat(drawn);
        drawn = 0;
        return erased;
    }

    private synchronized void say(String line) {
        err.println(erased() + line);
        draw();
    }

    @Override
    public void planned(int runbooks, int unchanged) {
        if (unchanged > 0) {
            say(invocation.text("verify.planned", runbooks, unchanged));
        }
    }

    @Override
    public void withoutRyuk(String why) {
        say(invocation.text("verify.without-ryuk", why));
    }

    @Override
    public void pulling(String image) {
        say(invocation.text("verify.pulling", image));
    }

    @Override
    public void building(String environment) {
        say(invocation.text("verify.building", environment));
    }

    @Override
    public synchronized void begun(RunbookId id) {
        running.put(id, new Running(System.nanoTime(), invocation.text("verify.starting")));
        draw();
    }

    @Override
    public synchronized void step(RunbookId id, StepId step, int number, int total) {
        Running before = running.getOrDefault(id, new Running(System.nanoTime(), ""));
        running.put(id, new Running(before.since(), number + "/" + total + " " + step.name()));
    }

    @Override
    public synchronized void finished(RunbookResult result) {
        running.remove(result.id());
        String label = invocation.text("verify.label." + result.label().name().toLowerCase(Locale.ROOT));
        String time = VerifyDisplay.seconds(result.duration());
        say(painted(
                result.label(), invocation.text("verify.finished", result.id().path(), label, time)));
    }

    private String painted(Label label, String line) {
        return switch (label) {
            case PASSED -> invocation.errStyle().green(line);
            case FAILED, ERRORED -> invocation.errStyle().red(line);
            case STUBBED, MANUAL, SKIPPED -> invocation.errStyle().yellow(line);
        };
    }

    @Override
    public void from(RunbookId id, StepId step) {
        say(invocation.text("verify.from", id.path(), step.name()));
    }

    @Override
    public void kept(RunbookId id, String enterWith) {
        say(VerifyDisplay.kept(invocation, id, enterWith));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            err.print(erased());
            err.flush();
            clock.interrupt();
        }
    }
}
