package dev.runbook.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A shell command on a terminal of its own, made by {@code script}. */
final class Pty implements AutoCloseable {
    private static final long WAIT_MS = 20_000;

    private final Process process;
    private final StringBuilder shown = new StringBuilder();
    private int seen;

    Pty(Path folder, Map<String, String> environment, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("TERM", "xterm");
        process = builder.start();
        Thread reader = new Thread(this::read, "pty");
        reader.setDaemon(true);
        reader.start();
    }

    /** The command line of {@code runbook} as its launcher would run it on a terminal. */
    static String runbook(String arguments) {
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.add("-XX:TieredStopAtLevel=1");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Drunbook.terminal=in,out,err");
        words.add("-Drunbook.columns=80");
        words.add("-cp");
        words.add("'" + classPath() + "'");
        words.add("dev.runbook.cli.Main");
        words.add(arguments);
        return String.join(" ", words);
    }

    /** With absolute paths: the command runs elsewhere. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (shown) {
                    shown.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    shown.notifyAll();
                }
            }
        } catch (IOException e) {
            // The terminal is gone.
        }
    }

    void type(String keys) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until this is shown, behind what was waited for before. */
    void await(String text) throws InterruptedException {
        long until = System.currentTimeMillis() + WAIT_MS;
        synchronized (shown) {
            int at = shown.indexOf(text, seen);
            while (at < 0) {
                long left = until - System.currentTimeMillis();
                if (left <= 0) {
                    throw new AssertionError("not shown: " + text + "\n" + shown);
                }
                shown.wait(left);
                at = shown.indexOf(text, seen);
            }
            seen = at + text.length();
        }
    }

    /** All that was shown, once the command has ended. */
    String end() throws InterruptedException {
        if (!process.waitFor(WAIT_MS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it does not end\n" + text());
        }
        return text();
    }

    String text() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
