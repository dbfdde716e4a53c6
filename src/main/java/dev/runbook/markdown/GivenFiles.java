package dev.runbook.markdown;

import dev.runbook.model.Environment.GivenFile;
import dev.runbook.model.Located;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code files:} of an {@code environment.yml}: paths in the container, and what is copied to each of them from the
 * project. The project is the nearest folder with a {@code .git} from the handbook upwards, else the folder that holds the
 * handbook's. Nothing from outside of it is shown to a container: a handbook may be somebody else's.
 */
final class GivenFiles {
    /** What is mounted there hides what was copied. */
    private static final List<String> MOUNTED = List.of("/proc", "/sys", "/dev", "/run", "/tmp");

    private final Path environment;
    private final Path handbook;

    /**
     * For one environment.
     *
     * @param handbook its folder
     */
    GivenFiles(Path handbook, String name) {
        this.handbook = handbook;
        this.environment = handbook.resolve(FolderScan.ENVIRONMENTS).resolve(name);
    }

    List<GivenFile> read(YamlMap said, Problems problems) {
        List<GivenFile> files = new ArrayList<>();
        for (Map.Entry<String, Span> entry : said.keys().entrySet()) {
            String target = entry.getKey();
            Optional<Located<String>> written = said.text(target);
            if (!isTarget(target)) {
                problems.add(MarkdownCode.BAD_SETTING, entry.getValue(), target, "files", "/opt/tool/tool.jar");
            } else {
                written.flatMap(w -> source(w, problems)).ifPresent(path -> files.add(new GivenFile(target, path)));
            }
        }
        return files;
    }

    private static boolean isTarget(String path) {
        return OptionReader.isPath(path)
                && !path.endsWith("/")
                && MOUNTED.stream().noneMatch(m -> path.equals(m) || path.startsWith(m + "/"));
    }

    private Optional<Path> source(Located<String> written, Problems problems) {
        try {
            Path path = environment.resolve(written.value()).toRealPath();
            if (path.startsWith(project())) {
                return Optional.of(path);
            }
            problems.add(MarkdownCode.FILE_OUT_OF_PROJECT, written.span(), written.value());
        } catch (IOException | InvalidPathException e) {
            problems.add(MarkdownCode.MISSING_FILE, written.span(), written.value());
        }
        return Optional.empty();
    }

    private Path project() throws IOException {
        Path folder = handbook.toRealPath();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        Path parent = folder.getParent();
        return parent == null ? folder : parent;
    }
}
