import dev.runbook.exec.Backend;
import dev.runbook.exec.Command;
import dev.runbook.exec.Session;
import dev.runbook.exec.container.Engine;
import dev.runbook.exec.container.EngineListener;
import dev.runbook.exec.container.Image;
import dev.runbook.exec.container.ServerContainer;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.model.Environment;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long a server takes to be ready, and what a step costs in it beside one bare bash there. See README.md. */
final class VerifyBench {
    private static final int STARTS = 5;
    private static final int ROUNDS = 5;
    private static final int STEPS = 1000;
    private static final String NAME = "centos";

    public static void main(String[] args) throws Exception {
        Path handbook = Path.of("runbooks");
        Environment environment = EnvironmentReader.read(handbook, NAME).value();
        Optional<String> base = Optional.ofNullable(System.getenv("RUNBOOK_BASE_IMAGE"));
        try (Engine engine = Engine.connect()) {
            Image image =
                    engine.image(Environment.folder(handbook, NAME), NAME, base, EngineListener.NONE);
            List<Double> ready = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                long start = System.nanoTime();
                try (ServerContainer server = engine.start(image, environment, false)) {
                    ready.add((System.nanoTime() - start) / 1e9);
                }
            }
            System.out.printf("ready      median %.2f s, %s%n", median(ready), ready);
            try (ServerContainer server = engine.start(image, environment, false)) {
                List<Double> extra = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    double bare = bare(server.launcher());
                    double step = steps(server.launcher());
                    extra.add(step - bare);
                    System.out.printf("a step     %.3f ms, of bare bash %.3f ms%n", step, bare);
                }
                System.out.printf("overhead   median %.3f ms%n", median(extra));
            }
        }
    }

    /** Milliseconds a command in one bash that is attached. */
    private static double bare(Launcher launcher) throws Exception {
        Channel bash = launcher.start(List.of("bash"));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(bash.output(), StandardCharsets.UTF_8));
        long start = 0;
        for (int i = -STEPS / 10; i < STEPS; i++) {
            start = i == 0 ? System.nanoTime() : start;
            bash.input().write(("echo " + i + "\n").getBytes(StandardCharsets.UTF_8));
            bash.input().flush();
            if (!out.readLine().equals(String.valueOf(i))) {
                throw new IllegalStateException("another answer");
            }
        }
        double took = (System.nanoTime() - start) / 1e6 / STEPS;
        bash.destroy();
        return took;
    }

    /** Milliseconds a step with the same command. */
    private static double steps(Launcher launcher) throws Exception {
        try (Backend backend = new ShellBackend(launcher, "UTC")) {
            Session session = backend.session("root");
            long start = 0;
            for (int i = -STEPS / 10; i < STEPS; i++) {
                start = i == 0 ? System.nanoTime() : start;
                Command command = new Command(
                        new Command.Program.Shell(),
                        "echo " + i + "\n",
                        Map.of(),
                        Optional.empty(),
                        false,
                        false,
                        Duration.ofSeconds(10));
                session.run(command, (stream, bytes, offset, length) -> {});
            }
            return (System.nanoTime() - start) / 1e6 / STEPS;
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
