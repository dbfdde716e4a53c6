package dev.runbook.app;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts that a handbook's diagnostics point into. */
public final class Sources {
    /** Of a larger file no line is shown: it was not parsed for its size. */
    private static final long MAX_BYTES = 4L << 20;

    private final Path folder;
    private final Map<String, SourceFile> sources = new HashMap<>();

    public Sources(Path folder, Handbook handbook) {
        this.folder = folder;
        for (Page page : handbook.pages().values()) {
            add(page.original());
            page.translations().values().forEach(this::add);
        }
    }

    /** The text of a span's file: as it was parsed, else as it is on the disk. */
    public Optional<SourceFile> find(String name) {
        SourceFile parsed = sources.get(name);
        return parsed != null ? Optional.of(parsed) : read(name);
    }

    private void add(Runbook runbook) {
        sources.put(runbook.source().name(), runbook.source());
    }

    private Optional<SourceFile> read(String name) {
        try {
            Path root = folder.toRealPath();
            Path path = root.resolve(name).toRealPath();
            if (!path.startsWith(root) || !Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
                return Optional.empty();
            }
            SourceFile source = SourceFile.of(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            sources.put(name, source);
            return Optional.of(source);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
