package dev.runbook.exec.rehearsal;

import dev.runbook.outcome.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Unified diffs of text files, made by {@code diff}. */
final class TextDiff {
    private static final long LONGEST = 1 << 20;
    private static final long LONGEST_NEW = 1 << 16;
    private static final Path NOTHING = Path.of("/dev/null");
    private static final List<String> HASHES = List.of("/etc/shadow", "/etc/gshadow");
    // Where packages put what they bring, thousands of files at times.
    private static final List<String> OF_PACKAGES = List.of("/usr/", "/lib", "/bin/", "/sbin/", "/boot/", "/var/lib/");

    private TextDiff() {}

    /** Whether the whole content of a file that came or went is of use. */
    static boolean isWantedOfNew(String path, long size) {
        return size <= LONGEST_NEW
                && (path.startsWith("/usr/local/") || OF_PACKAGES.stream().noneMatch(path::startsWith));
    }

    /** Empty of what is no text, very long, or made of keys or passwords; and where {@code diff} is not installed. */
    static Optional<String> of(String path, Optional<Path> before, Optional<Path> after) throws IOException {
        if (HASHES.contains(path) || !isShown(before) || !isShown(after)) {
            return Optional.empty();
        }
        // A newline in a name would end the header's line.
        String name = path.replace('\n', '?');
        ProcessBuilder builder = new ProcessBuilder(
                "diff",
                "-u",
                "--label",
                before.isPresent() ? "a" + name : "/dev/null",
                "--label",
                after.isPresent() ? "b" + name : "/dev/null",
                "--",
                before.orElse(NOTHING).toString(),
                after.orElse(NOTHING).toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        String diff = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return diff.isEmpty() ? Optional.empty() : Optional.of(diff);
    }

    private static boolean isShown(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return true;
        }
        if (Files.size(file.get()) > LONGEST) {
            return false;
        }
        Output content = Output.of(Files.readAllBytes(file.get()));
        return content.isText() && !content.text().contains("PRIVATE KEY-----");
    }
}
