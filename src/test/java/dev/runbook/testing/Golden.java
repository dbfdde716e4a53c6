package dev.runbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what a test got with a file under {@code src/test/golden}. {@code mvn verify
 * -Drunbook.golden.update=true} writes what was got over the files; look at the difference before committing it.
 */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("runbook.golden.update");

    private final Path folder;

    /** The golden files of one test class: {@code src/test/golden/<name>}. */
    public Golden(String name) {
        this.folder = Path.of("src", "test", "golden").resolve(name);
    }

    public Path folder() {
        return folder;
    }

    /** The inputs: files of the folder that end in {@code suffix}, by name. Fails where there is none. */
    public List<Path> inputs(String suffix) {
        List<Path> inputs = files().stream()
                .filter(p -> p.getFileName().toString().endsWith(suffix))
                .toList();
        if (inputs.isEmpty()) {
            fail("no input *" + suffix + " in " + folder);
        }
        return inputs;
    }

    /** Fails unless {@code actual} is the content of the golden file, or writes it there on request. */
    public void check(String file, String actual) {
        Path path = folder.resolve(file);
        try {
            if (UPDATE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
                return;
            }
            if (!Files.exists(path)) {
                fail("no golden file " + path + "; what was got:\n" + actual);
            }
            assertEquals(Files.readString(path), actual, () -> path + " differs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where a file of the folder is not among those named: an input without partner, or a partner without input. */
    public void checkNothingElse(Set<String> names) {
        List<String> strangers = new ArrayList<>();
        for (Path path : files()) {
            String name = folder.relativize(path).toString();
            if (!names.contains(name)) {
                strangers.add(name);
            }
        }
        assertEquals(List.of(), strangers, "files in " + folder + " that no test uses");
        Set<String> missing = new TreeSet<>(names);
        files().forEach(p -> missing.remove(folder.relativize(p).toString()));
        assertEquals(Set.of(), missing, "files that " + folder + " lacks");
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
