package dev.runbook.exec.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** An sshd on loopback with keys of its own, which knows nothing of the machine's ssh and leaves nothing of itself. */
public final class Sshd {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final int port;
    private final Process process;
    private final boolean madeRunFolder;

    private Sshd(Path folder, int port, Process process, boolean madeRunFolder) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.madeRunFolder = madeRunFolder;
    }

    /** Starts one that lets this account in with the key {@code folder/id}. */
    public static Sshd start(Path folder) throws IOException, InterruptedException {
        for (String tool : List.of("ssh", "ssh-keygen", "setsid", "id")) {
            Tools.require(tool);
        }
        if (!Files.isExecutable(PROGRAM)) {
            String missing = "needs sshd, which is not installed here";
            return "true".equals(System.getenv("CI")) ? fail(missing) : Assumptions.abort(missing);
        }
        key(folder.resolve("host"));
        key(folder.resolve("id"));
        Files.copy(folder.resolve("id.pub"), folder.resolve("authorized"));
        int port = freePort();
        Path config = folder.resolve("sshd_config");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorized"),
                        "PidFile none",
                        "UsePAM no",
                        "StrictModes no",
                        "PermitRootLogin prohibit-password",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "MaxSessions 20",
                        // The account's own login files may do anything, and take their time.
                        "SetEnv HOME=" + folder,
                        ""));
        boolean made = ownRunFolder();
        Process process = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        Sshd sshd = new Sshd(folder, port, process, made);
        try {
            sshd.await();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            sshd.stop();
            throw e;
        }
        return sshd;
    }

    /** Where sshd, started as root, insists on a folder; true if it was made for this one. */
    private static boolean ownRunFolder() throws IOException {
        Path run = Path.of("/run/sshd");
        if (Files.isDirectory(run) || !Files.isWritable(run.getParent())) {
            return false;
        }
        Files.createDirectory(run);
        return true;
    }

    static void key(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (!process.isAlive()) {
                fail(Files.readString(folder.resolve("sshd.log")));
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        fail("sshd did not listen");
    }

    /** As a person writes it. */
    public String address() {
        return "ssh://127.0.0.1:" + port;
    }

    public SshTarget target() throws Exception {
        return SshTarget.parse(address());
    }

    /** What makes ssh use nothing of the machine's but the key of this server. */
    public Map<String, String> environment() {
        return Map.of(SshLauncher.OPTIONS, options());
    }

    String options() {
        return "-F /dev/null -o IdentityAgent=none -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new"
                + " -o UserKnownHostsFile=" + folder.resolve("known_hosts")
                + " -o IdentityFile=" + folder.resolve("id");
    }

    /** The processes that serve connections, which the listening one started. */
    List<ProcessHandle> servers() {
        return process.toHandle().descendants().toList();
    }

    /** Ends it and all that it serves. */
    public void stop() throws IOException, InterruptedException {
        servers().forEach(ProcessHandle::destroyForcibly);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (madeRunFolder) {
            Files.deleteIfExists(Path.of("/run/sshd"));
        }
    }
}
