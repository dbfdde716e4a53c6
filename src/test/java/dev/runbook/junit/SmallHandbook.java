package dev.runbook.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A handbook in a folder, with the environment of the project's own. */
final class SmallHandbook {
    private static final Path ENVIRONMENT = Path.of("runbooks/environments/centos");

    private final Path folder;

    /** In {@code runbooks} of a folder. */
    SmallHandbook(Path parent) throws IOException {
        this.folder = parent.resolve("runbooks");
        copy(ENVIRONMENT, folder.resolve("environments/centos"));
        Files.writeString(folder.resolve("handbook.yml"), "title: Test\nlanguages: [en, ja]\n");
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.collect(Collectors.toList())) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** A runbook whose first block begins at line 8; between two blocks is one empty line. */
    void runbook(String name, String title, String... blocks) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: " + title + "\nuser: root\n---\n\n## Steps {#steps}\n");
        for (String block : blocks) {
            text.append('\n').append(block).append('\n');
        }
        Path file = folder.resolve(name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String block(String attributes, String... code) {
        return "```bash {" + attributes + "}\n" + String.join("\n", code) + "\n```";
    }
}
