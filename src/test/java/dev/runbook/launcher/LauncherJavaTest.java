package dev.runbook.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.launcher.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher takes, and what it says without one. */
final class LauncherJavaTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path base;

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @BeforeEach
    void copy() throws IOException {
        project = new Project(base, "project");
        project.workingMaven();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        project.java("a-17", "17.0.1", true);
        project.environment.put(
                "JAVA_HOME", project.java("b-21", "21.0.1", true).toString());

        assertTrue(project.run().out().startsWith("java b-21 "));
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        project.environment.put(
                "JAVA_HOME", project.java("a-11", "11.0.1", true).toString());
        project.java("b-17", "17.0.1", true);

        assertTrue(project.run().out().startsWith("java b-17 "));
    }

    @Test
    void javaOnPathComesBeforeTheSystemsFolder() throws Exception {
        project.java("a-17", "17.0.1", true);
        Path home = project.java("b-21", "21.0.1", true);
        Files.createSymbolicLink(base.resolve("alternatives"), home.resolve("bin/java"));
        Files.createSymbolicLink(project.bin.resolve("java"), base.resolve("alternatives"));

        assertTrue(project.run().out().startsWith("java b-21 "));
    }

    @Test
    void aJavaWithoutCompilerRunsWhatIsBuiltButDoesNotBuild() throws Exception {
        Path runtime = project.java("a-21", "21.0.1", false);
        project.environment.put("JAVA_HOME", runtime.toString());
        project.java("b-17", "17.0.1", true);

        Result result = project.run();

        assertTrue(project.builds().get(0).contains("b-17"), "the build's JDK");
        assertTrue(result.out().startsWith("java a-21 "), "the run's Java");
    }

    @Test
    void anotherJavaGetsAnArchiveOfItsOwnWithoutABuild() throws Exception {
        project.java("a-17", "17.0.1", true);
        project.run();
        project.environment.put(
                "JAVA_HOME", project.java("b-21", "21.0.1", true).toString());

        project.run();
        project.run();

        assertEquals(1, project.builds().size(), "builds");
        assertEquals(2, project.trainings().size(), "training runs");
    }

    @Test
    void withoutJdkItSaysWhatToInstall() throws Exception {
        project.java("a-11", "11.0.1", true);

        Result result = project.run();

        assertEquals(2, result.exitCode());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("runbook: no JDK 17 or later was found"), result.err());
        assertEquals(1, result.err().lines().count());
    }

    @Test
    void withoutJdkItSaysSoInJapanese() throws Exception {
        project.environment.put("LANG", "ja_JP.UTF-8");
        assertTrue(project.run().err().startsWith("runbook: JDK 17 以降が見つかりません"));
        project.environment.put("LANG", "C");
        assertTrue(project.run("check", "--lang", "ja").err().startsWith("runbook: JDK 17 以降が見つかりません"));
        assertTrue(project.run("--lang=ja").err().startsWith("runbook: JDK 17 以降が見つかりません"));
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        project.java("a-17", "17.0.1", true);
        Files.delete(project.bin.resolve("mvn"));

        Result result = project.run();

        assertEquals(2, result.exitCode());
        assertTrue(result.err().startsWith("runbook: Maven was not found on PATH"), result.err());
    }
}
