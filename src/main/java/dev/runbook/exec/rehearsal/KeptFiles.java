package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Copies what a rehearsal changed or added into a folder of this machine, each below the path that it has there. */
final class KeptFiles {
    private final List<Layer> layers;
    private final Path tree;

    /**
     * From these layers.
     *
     * @param tree an empty folder, which stands for {@code /}
     */
    KeptFiles(List<Layer> layers, Path tree) {
        this.layers = List.copyOf(layers);
        this.tree = tree;
    }

    /** With owner, mode and times; devices and pipes are left out. */
    void keep(Changes changes) throws IOException {
        for (Changes.Change change : changes.changes()) {
            Changes.Type type = change.after().map(Changes.Node::type).orElse(Changes.Type.OTHER);
            if (type != Changes.Type.OTHER) {
                Path relative = Path.of("/").relativize(Path.of(change.path()));
                for (int names = 1; names < relative.getNameCount(); names++) {
                    copyOnce(relative.subpath(0, names));
                }
                copyOnce(relative);
            }
        }
    }

    private void copyOnce(Path relative) throws IOException {
        Path to = tree.resolve(relative);
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.copy(inside("/" + relative), to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** Of what is mounted at several folders above a path, the nearest holds it. */
    private Path inside(String path) {
        Layer layer = layers.stream()
                .filter(l -> l.point().equals("/") || path.equals(l.point()) || path.startsWith(l.point() + "/"))
                .max(Comparator.comparingInt(l -> l.point().length()))
                .orElseThrow();
        String point = layer.point().equals("/") ? "" : layer.point();
        return layer.merged().resolve(path.substring(Math.min(path.length(), point.length() + 1)));
    }
}
