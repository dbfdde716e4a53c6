package dev.runbook.exec.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process a container belongs to, as a label says it: so that what a killed one left behind can be told from what
 * another one uses.
 *
 * @param boot of the machine that the process runs on, since each start of it anew
 * @param started in milliseconds, since numbers of processes come again
 */
record Owner(String boot, long pid, long started) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(bootId(), self.pid(), started(self));
    }

    String label() {
        return boot + "/" + pid + "/" + started;
    }

    /** Whether a label's process ran on this machine, and is no more. */
    static boolean isGone(String label) {
        String[] parts = label.split("/", -1);
        if (parts.length != 3 || !parts[0].equals(bootId()) || !(parts[1] + parts[2]).matches("[0-9]{1,36}")) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.isEmpty() || started(process.get()) != Long.parseLong(parts[2]);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
