package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Testcontainers' helper that removes the containers of a process that was killed. Where its image cannot be had,
 * Testcontainers tries for minutes and then gives up as a whole: here its image is asked for first, and gone without.
 */
final class Ryuk {
    /** What Testcontainers is told to go without it. */
    private static final String DISABLED = "TESTCONTAINERS_RYUK_DISABLED";

    /** The one that this version of Testcontainers starts. */
    static final String IMAGE = "testcontainers/ryuk:0.14.0";

    /** It is a few megabytes. */
    private static final int PULL_SECONDS = 10;

    /** In this process it is not tried, nor spoken of, again. */
    private static final AtomicBoolean CANNOT_BE_HAD = new AtomicBoolean();

    private Ryuk() {}

    /**
     * Starts it where it is wanted and can be had.
     *
     * @return why it cannot, the first time; empty where it runs or is not wanted
     */
    static Optional<String> start(DockerClient client) {
        if (Boolean.parseBoolean(System.getenv(DISABLED)) || CANNOT_BE_HAD.get()) {
            return Optional.empty();
        }
        try {
            Optional<String> missing = fetch(client);
            if (missing.isEmpty()) {
                DockerClientFactory.instance().client();
            }
            CANNOT_BE_HAD.set(missing.isPresent());
            return missing;
        } catch (RuntimeException | LinkageError e) {
            CANNOT_BE_HAD.set(true);
            return Optional.of(Said.by(e));
        }
    }

    private static Optional<String> fetch(DockerClient client) {
        String name = ImageNameSubstitutor.instance()
                .apply(DockerImageName.parse(IMAGE))
                .asCanonicalNameString();
        if (isThere(client, name)) {
            return Optional.empty();
        }
        try (PullImageResultCallback pull = client.pullImageCmd(name).exec(new PullImageResultCallback())) {
            boolean ended = pull.awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
            return ended && isThere(client, name)
                    ? Optional.empty()
                    : Optional.of(name + ": no answer within " + PULL_SECONDS + " s");
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static boolean isThere(DockerClient client, String name) {
        try {
            client.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
