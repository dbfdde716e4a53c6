package dev.runbook.exec.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HostMountsTest {
    @Test
    void fileSystemsWithFilesParentsFirst() {
        List<String> mountinfo = """
                22 1 0:21 / /proc rw shared:1 - proc proc rw
                23 1 0:22 / /sys rw - sysfs sysfs rw
                24 1 0:6 / /dev rw - devtmpfs devtmpfs rw
                25 24 0:23 / /dev/shm rw - tmpfs tmpfs rw
                26 1 0:24 / /run rw - tmpfs tmpfs rw
                27 26 0:25 / /run/user/1000 rw - tmpfs tmpfs rw
                31 28 254:3 / /home/mastodon/live/public rw - ext4 /dev/vda4 rw
                30 1 254:2 / /var/lib/with\\040blank rw shared:5 master:1 - xfs /dev/vda3 rw
                28 1 254:1 / /home rw - ext4 /dev/vda2 rw
                29 1 0:30 / /srv/nfs rw - nfs4 server:/export rw
                32 1 0:31 / /tmp rw - tmpfs tmpfs rw
                33 1 254:0 / / rw - xfs /dev/vda1 rw
                34 30 0:40 / /var/lib/docker/overlay2/abc/merged rw - overlay overlay rw
                35 23 0:41 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw
                36 1 0:42 / /misc rw - autofs systemd-1 rw
                37 28 254:1 / /home rw - ext4 /dev/vda2 rw
                """.lines().toList();

        assertEquals(
                List.of("/", "/home", "/tmp", "/srv/nfs", "/var/lib/with blank", "/home/mastodon/live/public"),
                HostMounts.points(mountinfo));
    }

    @Test
    void aContainersRootIsAnOverlay() {
        assertEquals(List.of("/"), HostMounts.points(List.of("1 0 0:9 / / rw - overlay overlay rw", "")));
    }
}
