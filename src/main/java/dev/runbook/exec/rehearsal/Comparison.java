package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is at one path on the host and in the rehearsal. */
record Comparison(Owners owners) {
    /** Empty where both are the same, as when a file was opened to be written and was not. */
    Optional<Changes.Change> compare(Layer layer, String relative, Optional<Entry> below, Optional<Entry> above)
            throws IOException {
        Path host = layer.lower().resolve(relative);
        Path inside = layer.upper().resolve(relative);
        String path = layer.path(relative);
        boolean deleted = above.map(Entry::isWhiteout).orElse(true);
        if (deleted) {
            return below.isEmpty() ? Optional.empty() : Optional.of(deleted(path, host, below.get()));
        }
        Entry after = above.get();
        if (below.isEmpty()) {
            Optional<String> diff = after.kind() == Entry.FILE && TextDiff.isWantedOfNew(path, after.size())
                    ? TextDiff.of(path, Optional.empty(), Optional.of(inside))
                    : Optional.empty();
            return Optional.of(new Changes.Change(
                    path, Changes.Kind.ADDED, Optional.empty(), Optional.of(node(inside, after)), true, diff));
        }
        Entry before = below.get();
        boolean content = before.kind() != after.kind() || !sameContent(host, before, inside, after);
        if (!content && before.sameRights(after)) {
            return Optional.empty();
        }
        boolean texts = content && before.kind() == Entry.FILE && after.kind() == Entry.FILE;
        return Optional.of(new Changes.Change(
                path,
                Changes.Kind.CHANGED,
                Optional.of(node(host, before)),
                Optional.of(node(inside, after)),
                content,
                texts ? TextDiff.of(path, Optional.of(host), Optional.of(inside)) : Optional.empty()));
    }

    private Changes.Change deleted(String path, Path host, Entry before) throws IOException {
        Optional<String> diff = before.kind() == Entry.FILE && TextDiff.isWantedOfNew(path, before.size())
                ? TextDiff.of(path, Optional.of(host), Optional.empty())
                : Optional.empty();
        return new Changes.Change(
                path, Changes.Kind.DELETED, Optional.of(node(host, before)), Optional.empty(), true, diff);
    }

    private static boolean sameContent(Path host, Entry before, Path inside, Entry after) throws IOException {
        return switch (after.kind()) {
            case Entry.FILE -> before.size() == after.size() && Files.mismatch(host, inside) < 0;
            case Entry.LINK -> Files.readSymbolicLink(host).equals(Files.readSymbolicLink(inside));
            default -> before.rdev() == after.rdev();
        };
    }

    private Changes.Node node(Path path, Entry entry) throws IOException {
        Changes.Type type = switch (entry.kind()) {
            case Entry.FILE -> Changes.Type.FILE;
            case Entry.FOLDER -> Changes.Type.FOLDER;
            case Entry.LINK -> Changes.Type.LINK;
            default -> Changes.Type.OTHER;
        };
        Optional<String> target = type == Changes.Type.LINK
                ? Optional.of(Files.readSymbolicLink(path).toString())
                : Optional.empty();
        return new Changes.Node(
                type, entry.mode(), owners.user(entry.uid()), owners.group(entry.gid()), entry.size(), target);
    }
}
