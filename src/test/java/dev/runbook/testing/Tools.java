package dev.runbook.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Programs that a test needs beside Java. */
public final class Tools {
    private Tools() {}

    /** The program on PATH; without it the test is skipped by name, and fails where {@code CI=true}. */
    public static Path require(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(":", -1)) {
            Path program = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
            if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                return program;
            }
        }
        String missing = "needs " + name + ", which is not installed here";
        return "true".equals(System.getenv("CI")) ? fail(missing) : Assumptions.abort(missing);
    }

    /** The right to act for other accounts; without it as above. */
    public static void requireRoot() {
        if (!System.getProperty("user.name").equals("root")) {
            String missing = "needs to be run as root";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            Assumptions.abort(missing);
        }
    }

    /**
     * The base image for environments: that of {@code RUNBOOK_BASE_IMAGE}, else the stand-in where it was built; without
     * one, or without an engine that answers, as above.
     */
    public static String requireBaseImage() {
        Path docker = require("docker");
        String image = System.getenv().getOrDefault("RUNBOOK_BASE_IMAGE", "runbook/centos-stand-in:stream9");
        try {
            Process process = new ProcessBuilder(docker.toString(), "image", "inspect", image)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return image;
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String missing = "needs a container engine with the image " + image + ", see src/test/standin";
        return "true".equals(System.getenv("CI")) ? fail(missing) : Assumptions.abort(missing);
    }
}
