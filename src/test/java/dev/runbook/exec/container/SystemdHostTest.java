package dev.runbook.exec.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.model.HostConfig;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings that were found to work, for engines that are not here. */
final class SystemdHostTest {
    private static HostConfig of(boolean podman, int cgroups, String... security) {
        return SystemdHost.of(new Facts(podman, cgroups, List.of(security), 2, 1L << 32), false, false);
    }

    @Test
    void controlGroupsOfTheFirstVersion() {
        HostConfig config = of(false, 1, "seccomp");
        assertEquals("/sys/fs/cgroup/systemd", config.getBinds()[0].getPath());
        assertEquals(List.of("seccomp=unconfined"), config.getSecurityOpts());
        assertEquals("none", config.getNetworkMode());
    }

    @Test
    void controlGroupsOfTheSecondVersionAreTheHostsOwn() {
        HostConfig config = of(false, 2, "apparmor", "seccomp", "cgroupns");
        assertEquals("/sys/fs/cgroup", config.getBinds()[0].getPath());
        assertEquals("host", config.getCgroupnsMode());
        assertEquals(List.of("seccomp=unconfined", "apparmor=unconfined"), config.getSecurityOpts());
    }

    @Test
    void podmanBindsWhatSystemdNeedsByItself() {
        HostConfig config = of(true, 2, "seccomp", "selinux");
        assertEquals(0, config.getBinds().length);
        assertTrue(config.getSecurityOpts().contains("label=disable"));
    }

    @Test
    void privilegesInPlaceOfCapabilities() {
        Facts facts = new Facts(false, 2, List.of("seccomp"), 2, 1L << 32);
        HostConfig config = SystemdHost.of(facts, true, true);
        assertTrue(config.getPrivileged());
        assertNull(config.getCapAdd(), () -> Arrays.toString(config.getCapAdd()));
        assertNull(config.getNetworkMode());
    }
}
