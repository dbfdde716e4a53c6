package dev.runbook.exec.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

final class RyukTest {
    /** Testcontainers says the image's name nowhere else. */
    @Test
    void theImageIsTheOneThatTestcontainersStarts() throws Exception {
        try (InputStream in =
                DockerClientFactory.class.getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(constants.contains(Ryuk.IMAGE), Ryuk.IMAGE);
        }
    }
}
