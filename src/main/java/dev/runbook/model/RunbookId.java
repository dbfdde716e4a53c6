package dev.runbook.model;

/**
 * What a runbook is called: its path in the handbook without language and {@code .md} ({@code database/pgbouncer}).
 * A folder's front page ends in {@code index}.
 */
public record RunbookId(String path) implements Comparable<RunbookId> {
    /** The folder, without a last {@code /}; empty at the handbook's root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether this is a folder's front page. */
    public boolean isIndex() {
        return name().equals("index");
    }

    @Override
    public int compareTo(RunbookId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
