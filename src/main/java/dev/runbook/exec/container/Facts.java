package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.List;
import java.util.Optional;

/**
 * What an engine says of itself.
 *
 * @param podman whether it is Podman behind Docker's interface
 * @param cgroups the version of the kernel's control groups that it uses, 1 or 2
 * @param security what it confines containers with: {@code seccomp}, {@code apparmor}, {@code selinux}
 */
record Facts(boolean podman, int cgroups, List<String> security, int processors, long memory) {
    static Facts of(DockerClient client) {
        Info info = client.infoCmd().exec();
        Version version = client.versionCmd().exec();
        List<VersionComponent> components =
                Optional.ofNullable(version.getComponents()).orElse(List.of());
        List<String> security = Optional.ofNullable(info.getSecurityOptions()).orElse(List.of()).stream()
                .map(option -> option.replaceFirst("^name=", "").replaceFirst(",.*", ""))
                .toList();
        return new Facts(
                components.stream().anyMatch(c -> String.valueOf(c.getName()).contains("Podman")),
                "2".equals(info.getCGroupVersion()) ? 2 : 1,
                security,
                Optional.ofNullable(info.getNCPU()).orElse(1),
                Optional.ofNullable(info.getMemTotal()).orElse(0L));
    }

    /** The engine's command line. */
    String program() {
        return podman ? "podman" : "docker";
    }
}
