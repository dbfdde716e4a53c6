import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.record.Journal;
import dev.runbook.record.RunStore;
import dev.runbook.record.Samples;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What recording costs: 1,000 trivial steps, beside as many bare writes that are forced onto the same disk, in one process.
 * See README.md here.
 */
final class JournalBench {
    private static final int STEPS = 1_000;
    private static final int ROUNDS = 7;

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/bench-journal").toAbsolutePath();
        Files.createDirectories(folder);
        Plan plan = Samples.plan(Samples.MARKDOWN);
        System.out.println("ms a step: journal, bare write and sync, difference");
        for (int round = 0; round < ROUNDS; round++) {
            double journal = journal(folder, plan, round);
            double bare = bare(folder);
            System.out.printf(Locale.ROOT, "%.3f %.3f %.3f%n", journal, bare, journal - bare);
        }
        long start = System.nanoTime();
        byte[] chunk = "0123456789abcdef".repeat(512).getBytes(StandardCharsets.US_ASCII);
        PlannedStep step = plan.steps().get(0);
        RunStore store = new RunStore(folder);
        try (Journal journal = store.begin(header(plan), new ExecutionListener() {})) {
            journal.started(step, "yes", false);
            for (long written = 0; written < 100_000_000; written += chunk.length) {
                journal.output(step, chunk);
            }
        }
        System.out.printf(Locale.ROOT, "100 MB of output: %.0f ms%n", (System.nanoTime() - start) / 1e6);
    }

    private static dev.runbook.record.RunHeader header(Plan plan) {
        return Samples.header(RunStore.newId(plan.runbook().id(), Samples.START));
    }

    private static double journal(Path folder, Plan plan, int round) throws Exception {
        PlannedStep step = plan.steps().get(round % plan.steps().size());
        RunStore store = new RunStore(folder);
        try (Journal journal = store.begin(header(plan), new ExecutionListener() {})) {
            long start = System.nanoTime();
            for (int i = 0; i < STEPS; i++) {
                Samples.pass(journal, step);
            }
            journal.flush();
            return (System.nanoTime() - start) / 1e6 / STEPS;
        }
    }

    private static double bare(Path folder) throws Exception {
        byte[] line = new byte[1200];
        try (FileOutputStream out = new FileOutputStream(folder.resolve("bare").toFile())) {
            long start = System.nanoTime();
            for (int i = 0; i < STEPS; i++) {
                out.write(line);
                out.getFD().sync();
            }
            return (System.nanoTime() - start) / 1e6 / STEPS;
        }
    }
}
