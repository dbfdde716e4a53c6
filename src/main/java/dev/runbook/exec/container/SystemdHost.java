package dev.runbook.exec.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a container must be given for systemd to run in it as process 1. */
final class SystemdHost {
    private SystemdHost() {}

    /**
     * The settings for an engine.
     *
     * @param privileged for engines that allow no less: many allow less, and some do not allow this
     * @param online whether other machines can be reached from inside
     */
    static HostConfig of(Facts facts, boolean privileged, boolean online) {
        HostConfig config = HostConfig.newHostConfig()
                .withTmpFs(Map.of("/run", "", "/run/lock", "", "/tmp", "exec"))
                .withPrivileged(privileged);
        if (!online) {
            config.withNetworkMode("none");
        }
        if (!privileged) {
            // SYS_ADMIN for systemd's mounts; SYS_PTRACE for `ss -p`, which else does not see whose a port is.
            config.withCapAdd(Capability.SYS_ADMIN, Capability.SYS_PTRACE).withSecurityOpts(security(facts));
        }
        if (!facts.podman()) {
            // Podman sees that process 1 is an init, and does as much by itself.
            String cgroups = facts.cgroups() == 2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/systemd";
            // With a name space of its own on version 2, systemd inside would take the host's system.slice for its own.
            config.withCgroupnsMode("host").withBinds(new Bind(cgroups, new Volume(cgroups), AccessMode.rw));
        }
        return config;
    }

    /** An option for what an engine does not use is refused by some. */
    private static List<String> security(Facts facts) {
        List<String> options = new ArrayList<>();
        if (facts.security().contains("seccomp")) {
            options.add("seccomp=unconfined");
        }
        if (facts.security().contains("apparmor")) {
            options.add("apparmor=unconfined");
        }
        if (facts.security().contains("selinux")) {
            options.add("label=disable");
        }
        return options;
    }
}
