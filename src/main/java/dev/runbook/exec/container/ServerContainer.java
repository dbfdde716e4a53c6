package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.runbook.exec.Backend;
import dev.runbook.exec.BackendException;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ShellBackend;
import dev.runbook.model.Environment;
import dev.runbook.values.Quoting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A running server of its own in a container, with systemd as process 1. */
public final class ServerContainer implements AutoCloseable {
    private static final String SNAPSHOTS = "runbook/snapshot-";
    private static final String ROOT = "root";
    private static final int STOP_SECONDS = 30;
    private static final int TOLD = 1000;
    private static final int ASKED_TIMES = 20;
    private static final int ASKED_EVERY_MILLIS = 100;

    /** $1: seconds; the rest: services. One command in the container, since each costs more than all that this one does. */
    private static final String READY = """
            end=$((SECONDS + $1)); shift
            units() { [ $# = 0 ] || systemctl is-active -- "$@" | sort -u; }
            while :; do
              state=$(systemctl is-system-running 2>/dev/null)
              case $state in
                running) case $(units "$@") in ''|active) exit 0 ;; esac ;;
                degraded) break ;;
              esac
              [ $SECONDS -lt $end ] || break
              sleep 0.03
            done
            echo "systemd: $state"
            systemctl list-units --failed --plain --no-legend 2>/dev/null
            for unit; do systemctl is-active --quiet -- "$unit" || echo "$unit: $(systemctl is-active -- "$unit")"; done
            exit 1
            """;

    private static final String ACTIVE = "systemctl list-units --type=service --state=active --plain --no-legend"
            + " | sed 's/ .*//' | grep -v '^systemd-\\|^dbus\\|^user'";

    /** /tmp is in memory, and another in each container. */
    private static final String KEEP_TEMPORARY = "rm -rf /var/tmp/runbook-tmp && cp -a /tmp /var/tmp/runbook-tmp";

    private static final String RESTORE_TEMPORARY = "cp -a /var/tmp/runbook-tmp/. /tmp";

    private final DockerClient client;
    private final String program;
    private final String id;
    private final String name;
    private final Environment environment;
    private final Consumer<ServerContainer> removed;
    private final AtomicBoolean open = new AtomicBoolean(true);

    ServerContainer(
            DockerClient client,
            String program,
            String id,
            String name,
            Environment environment,
            Consumer<ServerContainer> removed) {
        this.client = client;
        this.program = program;
        this.id = id;
        this.name = name;
        this.environment = environment;
        this.removed = removed;
    }

    static String snapshotName(String environment, String digest) {
        return SNAPSHOTS + environment + ":" + digest;
    }

    public String name() {
        return name;
    }

    /** The words that bring a person into it. */
    public String enterWith() {
        return program + " exec -it " + name + " bash -l";
    }

    /** Starts programs in it. */
    public Launcher launcher() {
        return new ContainerLauncher(client, id, program, environment.name());
    }

    void awaitReady(Image image) throws ContainerException {
        long seconds = environment.readyWithin().toSeconds();
        String services = environment.services().stream().map(Quoting::shell).collect(Collectors.joining(" "));
        String again = Optional.ofNullable(image.labels().get(Labels.ACTIVE)).orElse("");
        String script = "set -- " + seconds + " " + services + "\n" + READY;
        try (Backend backend = new ShellBackend(launcher(), "UTC")) {
            Backend.Reply reply = backend.call(ROOT, script, new byte[0]);
            if (reply.exitStatus() == 0 && !again.isEmpty()) {
                reply = backend.call(ROOT, "systemctl start -- " + again, new byte[0]);
            }
            if (reply.exitStatus() == 0 && isCheckpoint(image.labels())) {
                reply = backend.call(ROOT, RESTORE_TEMPORARY, new byte[0]);
            }
            if (reply.exitStatus() != 0) {
                throw state().map(gone -> new ContainerException(ContainerCode.NOT_STARTED, image.name(), gone))
                        .orElse(new ContainerException(
                                ContainerCode.NOT_READY, String.valueOf(seconds), shortened(reply)));
            }
        } catch (BackendException e) {
            throw new ContainerException(
                    ContainerCode.NOT_STARTED, image.name(), state().orElse(String.join(" ", e.arguments())));
        }
    }

    private static boolean isCheckpoint(Map<String, String> labels) {
        return !labels.getOrDefault(Labels.CHECKPOINT, "").isEmpty();
    }

    private static String shortened(Backend.Reply reply) {
        String said = (reply.output().text() + reply.errors().text()).strip().replace("\n", "; ");
        return said.length() > TOLD ? said.substring(0, TOLD) : said;
    }

    /** Why it runs no more; empty while it runs. */
    private Optional<String> state() {
        try {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            if (Boolean.TRUE.equals(state.getRunning())) {
                return Optional.empty();
            }
            String why = Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : "";
            return Optional.of(state.getStatus() + ", exit status " + state.getExitCodeLong() + why);
        } catch (NotFoundException e) {
            return Optional.of("removed");
        }
    }

    /** Why contact to it was lost; empty if it is there. */
    public Optional<ContainerException> lost() {
        try {
            Optional<String> why = state();
            // The engine notices an end a little later than those who were in contact.
            for (int i = 0; i < ASKED_TIMES && why.isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(ASKED_EVERY_MILLIS);
                why = state();
            }
            return why.map(said -> new ContainerException(ContainerCode.CONTAINER_LOST, said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException e) {
            ContainerCode code =
                    e instanceof DockerException ? ContainerCode.CONTAINER_LOST : ContainerCode.ENGINE_LOST;
            return Optional.of(new ContainerException(code, Said.by(e)));
        }
    }

    /**
     * Keeps its files as an image, which starts with the services that run here now. It is shut down for that: files of a
     * database that were copied while it writes would be as after a power cut.
     *
     * @param digest by which it is found again
     * @param folder the environment's
     * @param runbook after which it is taken
     */
    public Image snapshot(String digest, Path folder, String runbook) throws ContainerException {
        return commit(
                digest,
                Map.of(
                        Labels.FOLDER,
                        Labels.folder(folder),
                        Labels.RUNBOOK,
                        runbook,
                        Labels.SNAPSHOT,
                        digest,
                        // Else that of the image that the container was started from.
                        Labels.CHECKPOINT,
                        ""));
    }

    /** The same for this process alone, in the midst of a runbook: temporary files are kept too. */
    public Image checkpoint(String digest) throws ContainerException {
        return commit(digest, Map.of(Labels.CHECKPOINT, Owner.self().label(), Labels.SNAPSHOT, digest));
    }

    private Image commit(String digest, Map<String, String> more) throws ContainerException {
        String image = snapshotName(environment.name(), digest);
        Map<String, String> labels = new HashMap<>(more);
        labels.put(Labels.ENVIRONMENT, environment.name());
        try (Backend backend = new ShellBackend(launcher(), "UTC")) {
            if (isCheckpoint(labels)) {
                backend.call(ROOT, KEEP_TEMPORARY, new byte[0]);
            }
            String active = backend.call(ROOT, ACTIVE, new byte[0])
                    .output()
                    .text()
                    .strip()
                    .replace('\n', ' ');
            labels.put(Labels.ACTIVE, active);
            client.stopContainerCmd(id).withTimeout(STOP_SECONDS).exec();
            String made = client.commitCmd(id)
                    .withRepository(SNAPSHOTS + environment.name())
                    .withTag(digest)
                    .withLabels(labels)
                    .exec();
            return new Image(image, made, labels);
        } catch (BackendException e) {
            throw lost().orElse(new ContainerException(ContainerCode.CONTAINER_LOST, String.join(" ", e.arguments())));
        } catch (RuntimeException e) {
            throw Failures.of(e, ContainerCode.NOT_STARTED, image);
        }
    }

    /** Ends and removes it. */
    @Override
    public void close() {
        if (open.getAndSet(false)) {
            remove(client, id);
            removed.accept(this);
        }
    }

    static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (RuntimeException e) {
            // Gone already, or being removed by another; or the engine is gone, and removes it by its label later.
        }
    }
}
