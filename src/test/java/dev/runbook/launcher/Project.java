package dev.runbook.launcher;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A copy of the launcher with sources, and a {@code bin} on its PATH with the system's tools but no Java or Maven other
 * than fakes. A fake Maven makes a jar and counts its runs in {@code builds}; a fake Java prints how it was called.
 */
final class Project {
    private static final List<String> TOOLS = List.of(
            "cat",
            "cksum",
            "cp",
            "find",
            "kill",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sort",
            "stty",
            "touch",
            "tr",
            "xargs");

    private final Path base;
    final Path root;
    final Path bin;
    final Path jvms;
    final Map<String, String> environment = new HashMap<>();

    /** A project in {@code base/name}, built by nothing yet. */
    Project(Path base, String name) throws IOException {
        this.base = base;
        this.root = Files.createDirectories(base.resolve(name));
        this.bin = Files.createDirectories(base.resolve("bin"));
        this.jvms = Files.createDirectories(base.resolve("jvms"));
        Files.copy(Path.of("runbook"), root.resolve("runbook"));
        executable(root.resolve("runbook"));
        source("src/main/java/Main.java", "class Main {}");
        source("site-theme/static/site.css", "body {}");
        source("pom.xml", "<project/>");
        source(".mvn/maven.config", "-ntp");
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "exec " + which(tool) + " \"$@\"\n");
        }
        environment.put("PATH", bin.toString());
        environment.put("RUNBOOK_JVM_DIR", jvms.toString());
        environment.put("LANG", "C");
    }

    void source(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A home of Java as the launcher knows one; its {@code java} prints home, locale and arguments. */
    Path java(String name, String version, boolean compiler) throws IOException {
        Path home = jvms.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        script(home.resolve("bin/java"), """
                for argument in "$@"; do
                  case $argument in
                    -XX:DumpLoadedClassList=*) echo run >>"%s/trainings"; echo list >"${argument#*=}"; exit 0 ;;
                    -Xshare:dump) [ "${FAKE_NO_ARCHIVE:-}" ] || echo archive >"${2#*=}"; exit 0 ;;
                  esac
                done
                echo "java %s $LC_ALL $RUNBOOK_LANG"
                echo "in $PWD"
                for argument in "$@"; do echo "[$argument]"; done
                exit "${FAKE_EXIT:-0}"
                """.formatted(base, name));
        if (compiler) {
            script(home.resolve("bin/javac"), "exit 0\n");
        }
        return home;
    }

    /** A Maven that takes {@code seconds} and then has built what {@code contents} says; fails without a jar if null. */
    void maven(String behaviour) throws IOException {
        script(bin.resolve("mvn"), """
                echo "mvn $JAVA_HOME $*" >>"%s/builds"
                %s
                """.formatted(base, behaviour));
    }

    void workingMaven() throws IOException {
        maven("mkdir -p target && cat pom.xml >target/runbook.jar");
    }

    List<String> builds() throws IOException {
        return lines("builds");
    }

    List<String> trainings() throws IOException {
        return lines("trainings");
    }

    private List<String> lines(String file) throws IOException {
        Path path = base.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    /** What the launcher printed, and how it ended. */
    record Result(int exitCode, String out, String err) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("runbook"), base, arguments);
    }

    Result run(Path launcher, Path folder, String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher, folder, arguments));
    }

    /** A launcher that runs; to be given to {@link #finish}. */
    Process start(Path launcher, Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Result finish(Process process) throws IOException, InterruptedException {
        try {
            // Little is printed: it fits into the pipes.
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                fail("the launcher did not end");
            }
            return new Result(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void script(Path path, String text) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + text);
        executable(path);
    }

    private static void executable(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path which(String tool) {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path path = Path.of(folder, tool);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        return fail("this system lacks " + tool);
    }
}
