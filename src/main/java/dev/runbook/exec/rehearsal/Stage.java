package dev.runbook.exec.rehearsal;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The machine inside, and the process that holds it: that process has the mounts, and the processes below it, in namespaces
 * of its own, so that the kernel takes all of it away when it ends; and it ends when its input does, however this one ended.
 */
final class Stage implements AutoCloseable {
    private static final Path SYSTEMD = Path.of("/run/systemd/system");
    // Files are copied up whole, so that the upper layer can be read by itself.
    private static final String OVERLAY = "redirect_dir=off,index=off,metacopy=off";
    private static final int UP_SECONDS = 120;

    private static final String JOIN = """
            while [ "$1" != -- ]; do
              echo $$ >"$1"
              shift
            done 2>/dev/null
            shift
            exec "$@"
            """;

    private final boolean boot;
    private final String groups;
    private final Process holder;
    private final Said said;
    private final List<String> points;
    private final List<String> missing = new ArrayList<>();
    private long leader;

    private Stage(boolean boot, String groups, Process holder, List<String> points) {
        this.boot = boot;
        this.groups = groups;
        this.holder = holder;
        this.said = Said.of(holder.getErrorStream(), OutputStream.nullOutputStream());
        this.points = points;
    }

    /** Whether systemd runs the host, so that it can run the machine inside too. */
    static boolean isBooted() {
        return Files.isDirectory(SYSTEMD);
    }

    /** Sets it up, and waits until it is there; with {@code boot}, until its services are up or have failed. */
    static Stage set(boolean boot) throws BackendException, InterruptedException {
        ControlGroups.clean();
        Stage stage;
        try {
            List<String> points =
                    HostMounts.points(Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8));
            String groups = isBooted()
                    ? ""
                    : ControlGroups.PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime();
            stage = new Stage(boot, groups, start(boot, groups, points), points);
        } catch (IOException e) {
            throw none(String.valueOf(e.getMessage()));
        }
        boolean set = false;
        try {
            stage.waitUntilStarted();
            stage.leader = stage.waitForLeader();
            if (boot) {
                stage.waitUntilUp();
            }
            set = true;
            return stage;
        } catch (IOException e) {
            throw none(String.valueOf(e.getMessage()));
        } finally {
            if (!set) {
                stage.close();
            }
        }
    }

    private static Process start(boolean boot, String groups, List<String> points) throws IOException {
        List<String> words = new ArrayList<>();
        if (groups.isEmpty()) {
            words.addAll(List.of("systemd-run", "--quiet", "--scope", "--collect", "-p", "Delegate=yes", "--"));
        }
        words.addAll(List.of("setsid", "unshare", "--mount", "--propagation", "private", "--pid", "--fork"));
        words.addAll(
                List.of("--kill-child", "--mount-proc", "bash", "-c", script(), "runbook", boot ? "boot" : "plain"));
        words.add(groups);
        words.addAll(points);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("OVERLAY", OVERLAY);
        Process process = builder.start();
        try {
            OutputStream input = process.getOutputStream();
            for (String path : HostSockets.paths()) {
                input.write((path + "\0").getBytes(StandardCharsets.UTF_8));
            }
            input.write(0);
            input.flush();
        } catch (IOException e) {
            // It has ended already, and has said why.
        }
        return process;
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Stage.class.getResourceAsStream("stage.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void waitUntilStarted() throws IOException, BackendException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("missing ")) {
                missing.add(line.substring("missing ".length()));
            } else if (line.equals("started")) {
                return;
            }
        }
        throw none(said.lastWords("unshare: " + holder.pid()));
    }

    private long waitForLeader() throws BackendException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(UP_SECONDS);
        while (holder.isAlive() && System.nanoTime() < deadline) {
            Optional<Long> found = holder.toHandle()
                    .descendants()
                    .map(ProcessHandle::pid)
                    .filter(this::isLeader)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw none(said.lastWords(console()));
    }

    /** The first process of the machine inside: the second below the holder to be number 1 in a namespace of its own. */
    private boolean isLeader(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            String numbers = ProcStatus.of(folder).field("NSpid");
            String holders =
                    ProcStatus.of(Path.of("/proc", Long.toString(holder.pid()))).field("NSpid");
            int deeper = numbers.split("\\s+").length - holders.split("\\s+").length;
            if (deeper != 2 || !numbers.endsWith("\t1")) {
                return false;
            }
            // Until then it is nspawn itself, at work on the mounts.
            return !boot || !Files.readSymbolicLink(folder.resolve("exe")).endsWith("systemd-nspawn");
        } catch (IOException e) {
            return false;
        }
    }

    private void waitUntilUp() throws IOException, BackendException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(UP_SECONDS);
        while (holder.isAlive() && System.nanoTime() < deadline) {
            List<String> words = entering();
            words.addAll(List.of("systemctl", "is-system-running"));
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String state = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            // A unit that failed is no reason to stop: it may be one that a machine inside cannot have.
            if (state.equals("running") || state.equals("degraded")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw none(console());
    }

    /** The last line that the machine inside said while it started. */
    private String console() {
        try {
            List<String> lines = Files.readAllLines(inside().resolve("console.log"), StandardCharsets.UTF_8);
            return lines.isEmpty() ? "systemd-nspawn" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "systemd-nspawn";
        }
    }

    /** The words before those of a program that is to run inside: with no more rights than the machine inside has. */
    List<String> entering() throws IOException {
        Path folder = Path.of("/proc", Long.toString(leader));
        List<String> words = new ArrayList<>();
        if (boot) {
            // The session manager inside can only take over a process that its systemd can move.
            words.addAll(List.of("sh", "-c", JOIN, "sh"));
            ControlGroups.joining(folder).forEach(file -> words.add(file.toString()));
            words.add("--");
        }
        words.addAll(List.of("nsenter", "--target=" + leader));
        words.addAll(List.of("--mount", "--uts", "--ipc", "--net", "--pid", "--root"));
        if (Files.exists(folder.resolve("ns/cgroup"))) {
            words.add("--cgroup");
        }
        words.addAll(List.of(
                "--", "setpriv", "--bounding-set=" + ProcStatus.of(folder).withheld(), "--"));
        return words;
    }

    boolean isAlive() {
        return holder.isAlive();
    }

    /** The layers that were laid over, the root's first. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (!missing.contains(points.get(i))) {
                layers.add(Layer.of(points.get(i), inside(), i));
            }
        }
        return layers;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /** The holder's own {@code /run}, seen from outside. */
    private Path inside() {
        return Path.of("/proc", Long.toString(holder.pid()), "root/run");
    }

    private static BackendException none(String why) {
        return new BackendException(ExecCode.NO_REHEARSAL, why);
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!holder.waitFor(5, TimeUnit.SECONDS)) {
                holder.destroyForcibly().waitFor();
            }
            if (!groups.isEmpty()) {
                ControlGroups.clean(groups);
            }
        } catch (InterruptedException e) {
            holder.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The fields of a process's {@code status}. */
    private record ProcStatus(List<String> lines) {
        private static final int LAST_CAPABILITY = 63;

        static ProcStatus of(Path folder) throws IOException {
            return new ProcStatus(
                    Arrays.asList(Files.readString(folder.resolve("status")).split("\n", -1)));
        }

        String field(String name) throws IOException {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException(name));
        }

        /** What setpriv is told to take away: the capabilities that the kernel knows, this process has, and that one not. */
        String withheld() throws IOException {
            long theirs = Long.parseUnsignedLong(field("CapBnd"), 16);
            long ours = Long.parseUnsignedLong(of(Path.of("/proc/self")).field("CapBnd"), 16);
            List<String> names = new ArrayList<>();
            for (int i = 0; i <= LAST_CAPABILITY; i++) {
                if ((ours >>> i & 1) == 1 && (theirs >>> i & 1) == 0) {
                    names.add("-cap_" + i);
                }
            }
            return String.join(",", names);
        }
    }
}
