package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Container;
import dev.runbook.model.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The container engine of this machine: Docker, or Podman behind the same interface, wherever Testcontainers finds it. For
 * several threads.
 */
public final class Engine implements AutoCloseable {
    private static final String HOST = "DOCKER_HOST";

    private final DockerClient client;
    private final Facts facts;
    private final Images images;
    private final Set<ServerContainer> running = ConcurrentHashMap.newKeySet();
    private final Thread hook;
    private volatile Optional<Boolean> privileged = Optional.empty();
    private volatile boolean closed;

    private Engine(DockerClient client) {
        this.client = client;
        this.facts = Facts.of(client);
        this.images = new Images(client);
        this.hook = new Thread(this::removeAll, "runbook-containers");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** As {@link #connect(EngineListener)}, with nobody to tell. */
    public static Engine connect() throws ContainerException {
        return connect(EngineListener.NONE);
    }

    /**
     * Finds the engine. Containers of this process are removed when it ends, also by Ctrl-C; those of killed ones by
     * Testcontainers' Ryuk where that can be had, and by {@link #removeLeftovers}.
     */
    public static Engine connect(EngineListener listener) throws ContainerException {
        try {
            // Not Testcontainers' own instance: that begins with Ryuk; and without it, it removes containers itself
            // when
            // the process ends, side by side with this, and reports it when the engine is gone.
            List<DockerClientProviderStrategy> ways = new ArrayList<>();
            ServiceLoader.load(DockerClientProviderStrategy.class).forEach(ways::add);
            DockerClientProviderStrategy way = DockerClientProviderStrategy.getFirstValidStrategy(ways);
            checkHost(way.getTransportConfig());
            DockerClient client = way.getDockerClient();
            Ryuk.start(client).ifPresent(listener::withoutRyuk);
            return new Engine(client);
        } catch (RuntimeException | LinkageError e) {
            // Without room in the temporary folder, or where nothing in it may be executed, a library of C cannot be
            // had.
            throw new ContainerException(ContainerCode.NO_ENGINE, Said.by(e));
        }
    }

    /** Testcontainers takes another engine where the named one does not answer: that would not be what was asked for. */
    private static void checkHost(TransportConfig found) throws ContainerException {
        String host = System.getenv(HOST);
        if (host != null && !host.isEmpty() && !host.equals(String.valueOf(found.getDockerHost()))) {
            throw new ContainerException(ContainerCode.NO_ENGINE, HOST + "=" + host);
        }
    }

    /** The image of an environment's folder, built if it is not there as the folder is now. */
    public Image image(Path folder, String environment, Optional<String> base, EngineListener listener)
            throws ContainerException, IOException {
        try {
            return images.build(folder, environment, base, listener);
        } catch (RuntimeException e) {
            throw Failures.of(e, ContainerCode.IMAGE_NOT_BUILT, environment);
        }
    }

    /** What was left in a container, see {@link ServerContainer#snapshot}. */
    public Optional<Image> snapshot(String environment, String digest) {
        return images.find(ServerContainer.snapshotName(environment, digest));
    }

    /** How many containers this machine bears side by side, each with a database and more in it. */
    public int capacity() {
        long byMemory = facts.memory() / (1L << 30);
        return (int) Math.max(1, Math.min(facts.processors(), byMemory));
    }

    /**
     * Starts a server and waits until its services are up.
     *
     * @param kept whether it outlives this process
     */
    public ServerContainer start(Image image, Environment environment, boolean kept) throws ContainerException {
        Optional<Boolean> known = privileged;
        if (known.isPresent()) {
            return start(image, environment, kept, known.get());
        }
        try {
            ServerContainer started = start(image, environment, kept, false);
            privileged = Optional.of(false);
            return started;
        } catch (ContainerException e) {
            if (e.code() != ContainerCode.NOT_STARTED) {
                throw e;
            }
            try {
                ServerContainer started = start(image, environment, kept, true);
                privileged = Optional.of(true);
                return started;
            } catch (ContainerException again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private ServerContainer start(Image image, Environment environment, boolean kept, boolean withPrivileges)
            throws ContainerException {
        String name = "runbook-" + environment.name() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        String id;
        try (CreateContainerCmd create = client.createContainerCmd(image.name())) {
            id = create.withName(name)
                    .withHostName(environment.name())
                    .withHostConfig(SystemdHost.of(facts, withPrivileges, environment.isOnline()))
                    .withLabels(labels(environment, kept))
                    .exec()
                    .getId();
        } catch (RuntimeException e) {
            throw Failures.of(e, ContainerCode.NOT_STARTED, image.name());
        }
        ServerContainer container =
                new ServerContainer(client, facts.program(), id, name, environment, running::remove);
        if (!kept) {
            running.add(container);
        }
        try {
            if (closed) {
                throw new ContainerException(ContainerCode.CONTAINER_LOST, "interrupted");
            }
            Copies.into(client, id, environment.files());
            client.startContainerCmd(id).exec();
            container.awaitReady(image);
            return container;
        } catch (RuntimeException e) {
            container.close();
            throw Failures.of(e, ContainerCode.NOT_STARTED, image.name());
        } catch (ContainerException e) {
            container.close();
            throw e;
        }
    }

    private static Map<String, String> labels(Environment environment, boolean kept) {
        Map<String, String> labels = new HashMap<>();
        labels.put(Labels.ENVIRONMENT, environment.name());
        labels.put(Labels.OWNER, Owner.self().label());
        if (kept) {
            labels.put(Labels.KEPT, "true");
        } else {
            labels.putAll(DockerClientFactory.DEFAULT_LABELS);
            labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        }
        return labels;
    }

    /**
     * Removes containers, and images that nobody else starts from, that processes of this machine that are no more have left
     * behind.
     *
     * @param kept whether those that were kept on purpose go too
     * @return the names of what was removed
     */
    public List<String> removeLeftovers(boolean kept) {
        List<String> removed = new ArrayList<>();
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(Labels.OWNER))
                .exec()) {
            Map<String, String> labels = container.getLabels();
            if (labels.containsKey(Labels.KEPT) ? kept : Owner.isGone(labels.getOrDefault(Labels.OWNER, ""))) {
                ServerContainer.remove(client, container.getId());
                removed.add(container.getNames()[0].replaceFirst("^/", ""));
            }
        }
        new Pruning(client).checkpoints();
        return removed;
    }

    /**
     * Removes snapshots and images of environments that are older.
     *
     * @return the names of what was removed
     */
    public List<String> prune(Duration older) {
        return new Pruning(client).older(older);
    }

    /**
     * Removes what an environment's folder needs no more: its earlier images, snapshots of which there are newer ones, and
     * those of folders that are gone.
     *
     * @param image the folder's image now
     * @param snapshots by runbook the digests by which they would be looked for; those of other runbooks stay
     */
    public void removeOutdated(Path folder, Image image, Map<String, String> snapshots) {
        new Pruning(client).outdated(Labels.folder(folder), image, snapshots);
    }

    /** Whether its containers are being removed: what fails now fails for that. */
    public boolean isClosing() {
        return closed;
    }

    /** For a thread that must say no more, since the process is ending. Does not return. */
    public void awaitEnd() {
        while (true) {
            LockSupport.park(this);
        }
    }

    private void removeAll() {
        closed = true;
        List.copyOf(running).parallelStream().forEach(ServerContainer::close);
    }

    /** Removes all containers that still run. */
    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running.
        }
    }
}
