package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
    @TempDir
    private Path repository;

    @Test
    void eachFileHasTheDateOfTheLastCommitThatTouchedIt() throws Exception {
        Path handbook = Files.createDirectories(repository.resolve("run books"));
        git("init", "-q");
        commit("2020-01-01", Map.of("run books/日本 語.md", "a", "run books/same.md", "a", "outside.md", "a"));
        commit("2021-02-03", Map.of("run books/日本 語.md", "b", "run books/a\nb.md", "b"));
        Files.writeString(handbook.resolve("new.md"), "not committed");
        assertEquals(
                Map.of(
                        "日本 語.md", LocalDate.parse("2021-02-03"),
                        "a\nb.md", LocalDate.parse("2021-02-03"),
                        "same.md", LocalDate.parse("2020-01-01")),
                GitHistory.lastChanges(handbook));
    }

    @Test
    void aShallowCloneTellsNothingOfWhatItDoesNotKnow() throws Exception {
        git("init", "-q");
        commit("2020-01-01", Map.of("old.md", "a"));
        commit("2021-01-01", Map.of("middle.md", "a"));
        commit("2022-01-01", Map.of("new.md", "a"));
        Path clone = repository.resolve("clone");
        git("clone", "-q", "--depth", "2", "file://" + repository, clone.toString());
        assertEquals(Map.of("new.md", LocalDate.parse("2022-01-01")), GitHistory.lastChanges(clone));
    }

    @Test
    void withoutRepositoryOrGitNothingIsKnown() throws IOException {
        assertEquals(Map.of(), GitHistory.lastChanges(repository.resolve("nowhere")));
        Path plain = Files.createDirectory(repository.resolve("plain"));
        assertEquals(Map.of(), GitHistory.lastChanges(plain, List.of("no-such-git"), GitHistory.LONGEST));
    }

    @Test
    void aGitThatHangsIsNotWaitedFor() {
        List<String> hanging = List.of("sh", "-c", "exec sleep 600");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(Map.of(), GitHistory.lastChanges(repository, hanging, Duration.ofMillis(200))));
    }

    private void commit(String date, Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(repository.resolve(file.getKey()), file.getValue());
        }
        git("add", "-A");
        git(Map.of("GIT_COMMITTER_DATE", date + "T12:00:00Z"), "commit", "-q", "-m", "x");
    }

    private void git(String... arguments) throws Exception {
        git(Map.of(), arguments);
    }

    private void git(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("git " + List.of(arguments));
        }
    }
}
