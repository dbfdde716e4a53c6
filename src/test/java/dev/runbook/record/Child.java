package dev.runbook.record;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.StepOutcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that records, or holds a lock, until it is killed. Says on standard output what a person would be shown. */
final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
        RunStore store = new RunStore(Path.of(args[1]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args[0].equals("lock")) {
            RunHeader header = Samples.header(args[2]);
            try (RunLock lock = RunLock.take(store, header.runbook(), "db1", RunLock.Holder.of(header))) {
                out.println("taken " + lock.hashCode());
                Thread.sleep(600_000);
            }
            return;
        }
        Plan plan = Samples.plan(Samples.MARKDOWN);
        PlannedStep step = plan.steps().get(0);
        try (Journal journal = store.begin(Samples.header(args[2]), new Shown(out))) {
            journal.planned(plan);
            for (int i = 0; ; i++) {
                journal.started(step, "code-" + i + ";", false);
                journal.output(step, ("output-" + i + ";").getBytes(StandardCharsets.UTF_8));
                journal.finished(step, new StepOutcome.Manual(true, "note-" + i + ";"));
            }
        }
    }

    private record Shown(PrintStream out) implements ExecutionListener {
        @Override
        public void started(PlannedStep step, String code, boolean edited) {
            out.println(code);
        }

        @Override
        public void output(PlannedStep step, byte[] bytes) {
            out.println(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void finished(PlannedStep step, StepOutcome outcome) {
            out.println(((StepOutcome.Manual) outcome).note());
        }
    }
}
