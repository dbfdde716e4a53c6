package dev.runbook.markdown;

import dev.runbook.model.Environment;
import dev.runbook.model.Handbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the files of a handbook. It follows symbolic links inside of the folder and none that lead out of it: what a page
 * shows or a step runs comes from the handbook.
 */
final class FolderScan {
    static final String ENVIRONMENTS = Environment.FOLDERS;
    static final String CONFIG = "handbook.yml";
    private static final String PACKAGES = "node_modules";

    private final SortedSet<String> pages = new TreeSet<>();
    private final SortedSet<String> assets = new TreeSet<>();
    private final SortedSet<String> environments = new TreeSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    /** The real paths of the folders that the scan is inside of: a link back to one of them leads round in a circle. */
    private final Deque<Path> inside = new ArrayDeque<>();

    private final Path root;

    private FolderScan(Path root) {
        this.root = root;
    }

    static FolderScan of(Path folder) {
        Path root;
        try {
            root = folder.toRealPath();
        } catch (IOException e) {
            FolderScan scan = new FolderScan(folder);
            scan.unreadable("", folder.toString());
            return scan;
        }
        FolderScan scan = new FolderScan(root);
        scan.folder(root, "");
        return scan;
    }

    /** Whether a part of a path keeps what is below it out of the handbook's pages. */
    static boolean isLeftOut(String part, boolean first) {
        return part.startsWith(".")
                || part.equals(PACKAGES)
                || (first && (part.equals(ENVIRONMENTS) || part.equals(Handbook.THEME)));
    }

    /** Markdown files, relative to the folder, with {@code /}. */
    SortedSet<String> pages() {
        return pages;
    }

    /** All other files. */
    SortedSet<String> assets() {
        return assets;
    }

    SortedSet<String> environments() {
        return environments;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    private void folder(Path folder, String prefix) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            unreadable(prefix, prefix);
            return;
        }
        if (inside.contains(real)) {
            return;
        }
        inside.push(real);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                entry(entry, prefix + entry.getFileName());
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(prefix, prefix);
        }
        inside.pop();
    }

    private void entry(Path entry, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (last.startsWith(".") || !isInside(entry, name)) {
            return;
        }
        if (!Files.isDirectory(entry)) {
            if (Files.isRegularFile(entry)) {
                file(name);
            }
        } else if (name.equals(ENVIRONMENTS)) {
            environments(entry);
        } else if (!isLeftOut(last, name.equals(last))) {
            folder(entry, name + "/");
        }
    }

    private void file(String name) {
        if (name.endsWith(".md")) {
            pages.add(name);
        } else if (!name.equals(CONFIG)) {
            assets.add(name);
        }
    }

    private boolean isInside(Path entry, String name) {
        if (!Files.isSymbolicLink(entry)) {
            return true;
        }
        try {
            if (entry.toRealPath().startsWith(root)) {
                return true;
            }
            problems.add(Diagnostic.of(MarkdownCode.LINK_OUT_OF_HANDBOOK, Span.startOf(name), name));
        } catch (IOException e) {
            unreadable(name, name);
        }
        return false;
    }

    private void environments(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".")) {
                    environments.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(ENVIRONMENTS, ENVIRONMENTS);
        }
    }

    private void unreadable(String place, String name) {
        problems.add(Diagnostic.of(MarkdownCode.FILE_UNREADABLE, Span.startOf(place), name));
    }
}
