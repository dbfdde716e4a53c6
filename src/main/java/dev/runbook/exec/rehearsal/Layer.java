package dev.runbook.exec.rehearsal;

import java.nio.file.Path;

/**
 * One file system of the host with what was changed above it.
 *
 * @param point where it is mounted; {@code /} or without a last slash
 * @param lower the host's own
 * @param upper what was changed, in the kernel's form
 * @param merged both together
 */
record Layer(String point, Path lower, Path upper, Path merged) {
    static Layer of(String point, Path run, int number) {
        Path folder = run.resolve("layers").resolve(Integer.toString(number));
        Path root = run.resolve("root");
        return new Layer(
                point,
                folder.resolve("lower"),
                folder.resolve("upper"),
                point.equals("/") ? root : root.resolve(point.substring(1)));
    }

    /** The path on the host of what is there in the layer. */
    String path(String relative) {
        return (point.equals("/") ? "" : point) + "/" + relative;
    }
}
