package dev.runbook.exec.rehearsal;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import dev.runbook.exec.shell.Channel;
import dev.runbook.exec.shell.Launcher;
import dev.runbook.exec.shell.ProcessChannel;
import dev.runbook.outcome.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts programs on a copy of this machine that nothing leads out of: its files with an overlay in memory above them, a
 * network, processes and, where systemd runs this machine, services of its own. What is changed there is gone with
 * {@link #close}, or with this process, however it ends; nothing is ever written on this machine's own file systems.
 *
 * <p>What is other than on this machine: there is no network but loopback; {@code /run}, {@code /dev} and {@code /proc} are
 * new; with services, {@code /tmp} is emptied as at any start; devices, kernel modules, the clock and {@code sysctl} cannot be
 * changed; a file system that cannot be laid over is an empty folder ({@link Changes#missing}); one that is mounted at
 * two places is two. A database's files are as after a power cut. What changes on this machine meanwhile may be seen inside or
 * not, and then counts as a difference.
 */
public final class RehearsalLauncher implements Launcher {
    private static final List<String> PROGRAMS =
            List.of("systemd-nspawn", "unshare", "nsenter", "setpriv", "setsid", "chroot", "mount", "bash");

    private final Place place;
    private final Stage stage;
    private final List<String> entering;
    private final Map<String, Entry> before;

    private RehearsalLauncher(Place place, Stage stage) throws IOException {
        this.place = place;
        this.stage = stage;
        this.entering = List.copyOf(stage.entering());
        this.before = UpperScan.stamps(stage.layers());
    }

    /** Whether services will run inside, which takes some seconds to start: systemd runs this machine. */
    public static boolean startsServices() {
        return Stage.isBooted();
    }

    /**
     * Sets the copy up.
     *
     * @param host this machine's name
     * @param user this account's name, for the message that it must be root
     */
    public static RehearsalLauncher start(String host, String user) throws BackendException, InterruptedException {
        return start(host, user, startsServices());
    }

    static RehearsalLauncher start(String host, String user, boolean services)
            throws BackendException, InterruptedException {
        try {
            if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                throw new BackendException(ExecCode.REHEARSAL_NEEDS_ROOT, user);
            }
            for (String program : PROGRAMS) {
                if (!isInstalled(program)) {
                    throw new BackendException(ExecCode.NO_REHEARSAL, program + ": not found");
                }
            }
            Stage stage = Stage.set(services);
            boolean started = false;
            try {
                RehearsalLauncher launcher = new RehearsalLauncher(new Place("rehearsal", host, "root"), stage);
                started = true;
                return launcher;
            } finally {
                if (!started) {
                    stage.close();
                }
            }
        } catch (IOException e) {
            throw new BackendException(ExecCode.NO_REHEARSAL, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(":", -1)).stream()
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder).resolve(program))
                .anyMatch(Files::isExecutable);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Channel start(List<String> arguments) throws BackendException {
        List<String> words = words(arguments);
        words.add(0, "setsid");
        return ProcessChannel.start(words);
    }

    @Override
    public int attach(List<String> arguments) throws BackendException, InterruptedException {
        try {
            return new ProcessBuilder(words(arguments)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, place.host(), String.valueOf(e.getMessage()));
        }
    }

    private List<String> words(List<String> arguments) throws BackendException {
        if (!stage.isAlive()) {
            throw new BackendException(ExecCode.CONTACT_LOST, "systemd-nspawn");
        }
        List<String> words = new ArrayList<>(entering);
        words.addAll(arguments);
        return words;
    }

    /**
     * What is other than on this machine by now, but for what the start of the services itself changed.
     *
     * @throws BackendException {@link ExecCode#CONTACT_LOST} if the copy is gone
     */
    public Changes changes() throws BackendException {
        try {
            return UpperScan.changes(stage.layers(), before, stage.missing());
        } catch (IOException e) {
            throw new BackendException(ExecCode.CONTACT_LOST, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Copies what was changed or added, with owner, mode and times.
     *
     * @param tree an empty folder on this machine, which stands for {@code /}
     * @throws IOException if something cannot be read or written
     */
    public void keep(Changes changes, Path tree) throws IOException {
        new KeptFiles(stage.layers(), tree).keep(changes);
    }

    @Override
    public void close() {
        stage.close();
    }
}
