package dev.runbook.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When the files of a folder were last changed, from git: one {@code git log} for all of them. Without git, without a
 * repository, or where it takes too long, nothing is known, and that is no error.
 */
public final class GitHistory {
    /** More is not worth waiting for: the dates are a courtesy. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** Stands before a commit's date; no path can hold it. */
    private static final String COMMIT = "\u0001";

    /** Nothing that a repository configures may run a program or reach for a network. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_OPTIONAL_LOCKS", "0", "GIT_NO_LAZY_FETCH", "1");

    private static final List<String> SHALLOW = List.of("rev-parse", "--is-shallow-repository");

    private static final List<String> HEAD = List.of("rev-parse", "HEAD");

    private static final List<String> LOG = List.of(
            "-c",
            "core.quotePath=false",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "log.showSignature=false",
            "--no-pager",
            "log",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--relative",
            "--name-only",
            "--format=" + COMMIT + "%cs %p",
            "--",
            ".");

    /** Reads what a process prints. */
    private interface Reading<T> {
        T read(BufferedReader in) throws IOException;
    }

    private GitHistory() {}

    /** The date of the last commit that touched each file, by its path relative to {@code folder}, with {@code /}. */
    public static Map<String, LocalDate> lastChanges(Path folder) {
        return lastChanges(folder, List.of("git"), LONGEST);
    }

    /** The id of the commit that is checked out; empty where nothing is known. */
    public static Optional<String> head(Path folder) {
        try {
            String id =
                    run(folder, List.of("git"), HEAD, LONGEST, GitHistory::text).strip();
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Map<String, LocalDate> lastChanges(Path folder, List<String> git, Duration longest) {
        try {
            // The oldest commit of a shallow clone seems to have added all files: it says nothing about them.
            boolean shallow =
                    run(folder, git, SHALLOW, longest, GitHistory::text).equals("true\n");
            return run(folder, git, LOG, longest, in -> parse(in, shallow));
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Runs git and reads what it prints; fails if git does. */
    private static <T> T run(
            Path folder, List<String> git, List<String> arguments, Duration longest, Reading<T> reading)
            throws IOException {
        List<String> command = new ArrayList<>(git);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        Thread limit = new Thread(() -> stopLater(process, longest), "git-history-limit");
        limit.setDaemon(true);
        limit.start();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().close();
            T result = reading.read(in);
            if (process.waitFor() != 0) {
                throw new IOException("git failed");
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            limit.interrupt();
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    private static void stopLater(Process process, Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fields end with NUL; a commit's date and parents stand before its files, the newest commit comes first. */
    private static Map<String, LocalDate> parse(BufferedReader in, boolean shallow) throws IOException {
        Map<String, LocalDate> dates = new HashMap<>();
        LocalDate date = LocalDate.EPOCH;
        boolean known = false;
        StringBuilder field = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != 0) {
                field.append((char) c);
                continue;
            }
            String text = field.toString();
            field.setLength(0);
            if (text.startsWith(COMMIT)) {
                int space = text.indexOf(' ');
                known = !shallow || space < text.length() - 1;
                date = date(text.substring(1, Math.max(space, 1)), date);
            } else if (known) {
                dates.putIfAbsent(text.startsWith("\n") ? text.substring(1) : text, date);
            }
        }
        return dates;
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
