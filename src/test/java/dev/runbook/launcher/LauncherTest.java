package dev.runbook.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.launcher.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path base;

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @BeforeEach
    void copy() throws IOException {
        project = new Project(base, "project");
    }

    @Test
    void buildsOnFirstUseAndOnlyThen() throws Exception {
        project.java("17", "17.0.1", true);
        project.workingMaven();

        Result first = project.run("check", "a b");
        Result second = project.run("check");

        assertEquals("runbook: building runbook (first use) …\n", first.err());
        assertEquals(0, first.exitCode());
        assertTrue(first.out().endsWith("[dev.runbook.cli.Main]\n[check]\n[a b]\n"), first.out());
        assertEquals("", second.err());
        assertEquals(1, project.builds().size(), "builds");
        assertEquals(1, project.trainings().size(), "training runs");
    }

    @Test
    void mavenGetsTheJdkThatWasFound() throws Exception {
        Path home = project.java("17", "17.0.1", true);
        project.workingMaven();

        project.run();

        assertEquals(List.of("mvn " + home + " -B -q -ntp process-classes"), project.builds());
    }

    @Test
    void buildsAgainWhenASourceChanges() throws Exception {
        built();
        project.source("src/main/java/Main.java", "class Main { int changed; }");

        Result result = project.run();

        assertEquals("runbook: building runbook (sources changed) …\n", result.err());
        assertEquals(2, project.builds().size());
    }

    @Test
    void buildsAgainWhenASourceVanishes() throws Exception {
        project.source("src/main/java/Other.java", "class Other {}");
        built();
        Files.delete(project.root.resolve("src/main/java/Other.java"));

        project.run();

        assertEquals(2, project.builds().size());
    }

    @Test
    void touchingASourceIsNoChange() throws Exception {
        built();
        Files.setLastModifiedTime(
                project.root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(2)));

        assertEquals("", project.run().err());
        assertEquals(1, project.builds().size());
    }

    @Test
    void editorsOwnFilesAreNoChange() throws Exception {
        built();
        project.source("src/main/java/.Main.java.swp", "vim");

        project.run();

        assertEquals(1, project.builds().size());
    }

    @Test
    void aFailedBuildShowsMavensErrorsAndIsTriedAgain() throws Exception {
        project.java("17", "17.0.1", true);
        project.maven("echo 'ERROR: a semicolon'; exit 1");

        Result failed = project.run();
        project.workingMaven();
        Result mended = project.run();

        assertEquals(2, failed.exitCode());
        assertEquals("", failed.out());
        assertTrue(failed.err().contains("ERROR: a semicolon\nrunbook: the build failed"), failed.err());
        assertEquals(0, mended.exitCode());
    }

    @Test
    void aFailedBuildKeepsAServerRunningOnTheOldJar() throws Exception {
        built();
        Path jar = onlyJar();
        project.source("pom.xml", "<project>2</project>");
        project.maven("echo broken >target/runbook.jar; exit 1");

        assertEquals(2, project.run().exitCode());
        assertEquals("<project/>", Files.readString(jar));
    }

    @Test
    void concurrentFirstUsesBuildOnce() throws Exception {
        project.java("17", "17.0.1", true);
        project.maven("sleep 2; mkdir -p target; echo jar >target/runbook.jar");
        Path launcher = project.root.resolve("runbook");

        Process one = project.start(launcher, base);
        Process two = project.start(launcher, base);

        assertEquals(0, project.finish(one).exitCode());
        assertEquals(0, project.finish(two).exitCode());
        assertEquals(1, project.builds().size());
    }

    @Test
    void aLockOfAKilledBuildIsTakenOver() throws Exception {
        project.java("17", "17.0.1", true);
        project.workingMaven();
        Files.createDirectories(project.root.resolve("target/launcher"));
        // No process has this id: it is over every limit.
        Files.createSymbolicLink(project.root.resolve("target/launcher/lock"), Path.of("99999999"));

        assertEquals(0, project.run().exitCode());
        try (Stream<Path> left = Files.list(project.root.resolve("target/launcher"))) {
            assertFalse(left.anyMatch(p -> p.getFileName().toString().startsWith("lock")), "a lock is left");
        }
    }

    @Test
    void worksThroughSymbolicLinksFromAnyFolderAndWithSpaces() throws Exception {
        project = new Project(Files.createDirectories(base.resolve("with space")), "手順 書");
        project.java("17 x", "17.0.1", true);
        project.workingMaven();
        Path links = Files.createDirectories(base.resolve("links"));
        Files.createSymbolicLink(links.resolve("direct"), project.root.resolve("runbook"));
        Files.createSymbolicLink(links.resolve("rb"), Path.of("direct"));

        Result result = project.run(links.resolve("rb"), links, "--version");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("in " + links + "\n"), result.out());
        assertTrue(result.out().contains("手順 書/target/launcher/"), result.out());
    }

    @Test
    void passesTheExitStatusOn() throws Exception {
        built();
        project.environment.put("FAKE_EXIT", "1");

        assertEquals(1, project.run("check").exitCode());
    }

    @Test
    void theLocaleDecidesTheLanguageAndNotTheEncoding() throws Exception {
        built();
        project.environment.put("LC_ALL", "ja_JP.eucJP");

        assertTrue(project.run().out().startsWith("java 17 C.UTF-8 ja_JP.eucJP\n"));
    }

    @Test
    void javaOptionsOfTheUserComeLast() throws Exception {
        built();
        project.environment.put("RUNBOOK_JAVA_OPTS", "-Xmx2g -ea");

        assertTrue(project.run().out().contains("[-Xmx2g]\n[-ea]\n[-XX:SharedArchiveFile="));
    }

    @Test
    void theCollectorFitsTheCommandUnlessTheUserChoosesOne() throws Exception {
        built();
        assertTrue(project.run("check").out().contains("[-XX:+UseG1GC]\n"));
        assertTrue(project.run("--quiet", "build").out().contains("[-XX:+UseParallelGC]\n"));

        project.environment.put("RUNBOOK_JAVA_OPTS", "-XX:+UseSerialGC");
        String out = project.run("build").out();
        assertTrue(out.contains("[-XX:+UseSerialGC]\n"), out);
        assertFalse(out.contains("UseParallelGC"), out);
    }

    @Test
    void aBuildGoesWithoutTheSecondCompilerAndAServerDoesNot() throws Exception {
        built();

        assertTrue(project.run("build").out().contains("[-XX:TieredStopAtLevel=1]\n"));
        assertFalse(project.run("serve").out().contains("TieredStopAtLevel"));
    }

    @Test
    void anArchiveThatCannotBeMadeIsNotTriedAgain() throws Exception {
        project.java("17", "17.0.1", true);
        project.workingMaven();
        project.environment.put("FAKE_NO_ARCHIVE", "1");

        Result first = project.run("check");
        Result second = project.run("check");

        assertEquals(0, first.exitCode());
        assertFalse(second.out().contains("SharedArchiveFile"), second.out());
        assertEquals(1, project.trainings().size(), "training runs");
    }

    @Test
    void cleansUpWhatEarlierBuildsLeft() throws Exception {
        built();
        for (int i = 0; i < 3; i++) {
            project.source("pom.xml", "<project>" + i + "</project>");
            project.run();
        }

        // The one in use and the one before, which may just be starting.
        assertEquals(2, jars().size());
    }

    private void built() throws Exception {
        project.java("17", "17.0.1", true);
        project.workingMaven();
        assertEquals(0, project.run().exitCode());
    }

    private Path onlyJar() throws IOException {
        assertEquals(1, jars().size());
        return jars().get(0);
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> all = Files.walk(project.root.resolve("target/launcher"))) {
            return all.filter(p -> p.endsWith("runbook.jar")).toList();
        }
    }
}
