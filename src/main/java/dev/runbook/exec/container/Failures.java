package dev.runbook.exec.container;

import com.github.dockerjava.api.exception.DockerException;
import java.util.Locale;

/** What it means that a request to the engine failed. */
final class Failures {
    private Failures() {}

    /**
     * The failure in the project's own terms.
     *
     * @param otherwise what it is if neither the disk nor the engine is the reason
     * @param about the first argument of {@code otherwise}
     */
    static ContainerException of(RuntimeException thrown, ContainerCode otherwise, String about) {
        String said = Said.by(thrown);
        if (isDiskFull(said)) {
            return new ContainerException(ContainerCode.DISK_FULL, said);
        }
        if (!(thrown instanceof DockerException)) {
            return new ContainerException(ContainerCode.ENGINE_LOST, said);
        }
        return new ContainerException(otherwise, about, said);
    }

    static boolean isDiskFull(String said) {
        String text = said.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device") || text.contains("disk quota exceeded");
    }
}
