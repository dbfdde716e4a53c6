package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks upper layers, and tells what they make other than it is below them. */
final class UpperScan {
    private final Layer layer;
    private final Visitor visitor;
    private long leftOut;

    private UpperScan(Layer layer, Visitor visitor) {
        this.layer = layer;
        this.visitor = visitor;
    }

    private interface Visitor {
        /**
         * A path that is in the upper layer, or that only a folder in it hides.
         *
         * @param relative to the layer
         * @param below what is there on the host
         * @param above what is there in the upper layer; a whiteout where it was deleted
         */
        void found(Layer layer, String relative, Optional<Entry> below, Optional<Entry> above) throws IOException;
    }

    /** What is in the layers by now, by path. */
    static Map<String, Entry> stamps(List<Layer> layers) throws IOException {
        Map<String, Entry> stamps = new HashMap<>();
        for (Layer layer : layers) {
            new UpperScan(layer, (l, relative, below, above) -> {
                        Optional<Entry> seen = above.isPresent() ? above : below;
                        seen.ifPresent(entry -> stamps.put(l.path(relative), entry));
                    })
                    .walk("", true);
        }
        return stamps;
    }

    /** What is other than below, but for what was so before. */
    static Changes changes(List<Layer> layers, Map<String, Entry> before, List<String> missing) throws IOException {
        List<Changes.Change> changes = new ArrayList<>();
        Comparison comparison = new Comparison(Owners.of(layers.get(0).merged()));
        long leftOut = 0;
        for (Layer layer : layers) {
            UpperScan scan = new UpperScan(layer, (l, relative, below, above) -> {
                Entry old = before.get(l.path(relative));
                Optional<Entry> seen = above.isPresent() ? above : below;
                if (old == null || seen.filter(s -> s.isStill(old)).isEmpty()) {
                    comparison.compare(l, relative, below, above).ifPresent(changes::add);
                }
            });
            scan.walk("", true);
            leftOut += scan.leftOut;
        }
        changes.sort(java.util.Comparator.comparing(Changes.Change::path));
        return new Changes(changes, leftOut, missing);
    }

    /**
     * A folder of the upper layer.
     *
     * @param folder relative, empty or with a slash at its end
     * @param below whether there is such a folder on the host
     */
    private void walk(String folder, boolean below) throws IOException {
        Set<String> names = names(layer.upper().resolve(folder));
        for (String name : names) {
            String relative = folder + name;
            Entry above = Entry.at(layer.upper().resolve(relative)).orElse(null);
            if (above == null || above.kind() == Entry.SOCKET) {
                continue;
            }
            if (LeftOut.contains(layer.path(relative))) {
                leftOut++;
                continue;
            }
            Optional<Entry> host = below ? Entry.at(layer.lower().resolve(relative)) : Optional.empty();
            visitor.found(layer, relative, host, Optional.of(above));
            if (above.isFolder()) {
                walk(relative + "/", host.filter(Entry::isFolder).isPresent());
            }
        }
        if (below) {
            hidden(folder, names);
        }
    }

    /** A folder that was deleted and made again hides what was in the old one, without a mark for each. */
    private void hidden(String folder, Set<String> names) throws IOException {
        Set<String> gone = names(layer.lower().resolve(folder));
        gone.removeAll(names);
        gone.removeAll(names(layer.merged().resolve(folder)));
        for (String name : gone) {
            String relative = folder + name;
            Optional<Entry> host = Entry.at(layer.lower().resolve(relative));
            if (LeftOut.contains(layer.path(relative))) {
                leftOut++;
            } else if (host.filter(e -> e.kind() != Entry.SOCKET).isPresent()) {
                visitor.found(layer, relative, host, Optional.empty());
            }
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }
}
