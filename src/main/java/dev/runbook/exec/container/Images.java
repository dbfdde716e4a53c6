package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images of environments: built where they are not there yet. */
final class Images {
    private static final String PREFIX = "runbook/env-";
    private static final String DOCKERFILE = "Dockerfile";
    private static final String BASE = "BASE_IMAGE";
    private static final Pattern BASE_DEFAULT = Pattern.compile("(?m)^ARG +BASE_IMAGE=([^\\s#]+)");
    private static final int LINES_TOLD = 20;

    private final DockerClient client;

    Images(DockerClient client) {
        this.client = client;
    }

    Optional<Image> find(String name) {
        try {
            InspectImageResponse found = client.inspectImageCmd(name).exec();
            Map<String, String> labels = Optional.ofNullable(found.getConfig())
                    .map(ContainerConfig::getLabels)
                    .orElse(Map.of());
            return Optional.of(new Image(name, String.valueOf(found.getId()), labels));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * The image of a folder with a Dockerfile and the base image as they are now.
     *
     * @param base in place of the Dockerfile's own {@code BASE_IMAGE}
     */
    Image build(Path folder, String environment, Optional<String> base, EngineListener listener)
            throws ContainerException, IOException {
        Path dockerfile = folder.resolve(DOCKERFILE);
        if (!Files.isRegularFile(dockerfile)) {
            throw new ContainerException(ContainerCode.NO_DOCKERFILE, environment);
        }
        Optional<String> named = base.or(() -> defaultBase(dockerfile));
        String baseId = named.isPresent() ? base(named.get(), listener).id() : "";
        String name = PREFIX + environment + ":" + FolderDigest.of(folder, baseId);
        Optional<Image> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        listener.building(environment);
        run(folder, environment, name, named);
        return find(name).orElseThrow(() -> new ContainerException(ContainerCode.IMAGE_NOT_BUILT, environment, ""));
    }

    private static Optional<String> defaultBase(Path dockerfile) {
        try {
            Matcher matcher = BASE_DEFAULT.matcher(Files.readString(dockerfile));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Image base(String name, EngineListener listener) throws ContainerException {
        Optional<Image> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        listener.pulling(name);
        try {
            client.pullImageCmd(name).exec(new PullImageResultCallback()).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerException(ContainerCode.NO_BASE_IMAGE, name, "interrupted");
        } catch (RuntimeException e) {
            throw Failures.of(e, ContainerCode.NO_BASE_IMAGE, name);
        }
        return find(name).orElseThrow(() -> new ContainerException(ContainerCode.NO_BASE_IMAGE, name, ""));
    }

    private void run(Path folder, String environment, String name, Optional<String> base) throws ContainerException {
        Log log = new Log();
        try {
            var command = client.buildImageCmd(folder.toFile())
                    .withTags(java.util.Set.of(name))
                    .withLabels(Map.of(Labels.ENVIRONMENT, environment, Labels.FOLDER, Labels.folder(folder)))
                    .withRemove(true)
                    // Else the container of the step that failed stays.
                    .withForcerm(true);
            base.ifPresent(b -> command.withBuildArg(BASE, b));
            command.exec(log).awaitImageId();
        } catch (RuntimeException e) {
            String said = log.tail() + Said.by(e);
            if (Failures.isDiskFull(said)) {
                throw new ContainerException(ContainerCode.DISK_FULL, Said.by(e));
            }
            throw new ContainerException(ContainerCode.IMAGE_NOT_BUILT, environment, said);
        }
    }

    /** Keeps the end of what a build writes. */
    private static final class Log extends BuildImageResultCallback {
        private final Deque<String> lines = new ArrayDeque<>();

        @Override
        public void onNext(BuildResponseItem item) {
            String text = item.getStream();
            if (text != null) {
                keep(text);
            }
            super.onNext(item);
        }

        private synchronized void keep(String text) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> {
                lines.addLast("  " + line);
                if (lines.size() > LINES_TOLD) {
                    lines.removeFirst();
                }
            });
        }

        synchronized String tail() {
            return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n  ";
        }
    }
}
