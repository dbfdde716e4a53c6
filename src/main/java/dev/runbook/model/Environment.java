package dev.runbook.model;

import dev.runbook.i18n.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where runbooks are verified: a folder under {@code environments/} with a {@code Dockerfile} and an {@code environment.yml}.
 *
 * @param name the folder's
 * @param standInLabel an image with this label, or made from one that has it, only stands in for what the title names
 * @param services units that must be active before anything is run
 * @param readyWithin how long they may take
 * @param users who blocks may run as; empty: anyone who is there
 * @param offers what {@code needs=} may ask for; what is not among them is not offered
 * @param params values of parameters, by name
 * @param packages whose versions are part of a result
 * @param files what is copied into each container before it starts
 */
public record Environment(
        String name,
        Map<Language, String> title,
        Optional<String> standInLabel,
        List<String> services,
        Duration readyWithin,
        List<String> users,
        Set<String> offers,
        Map<String, Located<String>> params,
        List<String> packages,
        List<GivenFile> files,
        Stubs stubs) {
    /** In a handbook's folder: what holds a folder an environment. */
    public static final String FOLDERS = "environments";

    /** Who runs a block where neither it nor its runbook names anybody. */
    public static final String ACCOUNT = "root";

    public static final Duration DEFAULT_READY_WITHIN = Duration.ofSeconds(60);

    public Environment {
        title = Map.copyOf(title);
        services = List.copyOf(services);
        users = List.copyOf(users);
        offers = Set.copyOf(offers);
        params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
        packages = List.copyOf(packages);
        files = List.copyOf(files);
    }

    /**
     * A file or folder of the project that a container gets a copy of: what changes more often than an image should be
     * built.
     *
     * @param target its path in the container, absolute
     * @param source its real path on this machine
     */
    public record GivenFile(String target, Path source) {}

    /**
     * What answers in place of the real thing.
     *
     * @param log a file in which each call of a stub adds a line of JSON with {@code "stub"}, its name, before it returns
     * @param units units whose program is a stub: what a step says of one is true of a stub
     */
    public record Stubs(Optional<String> log, List<String> commands, List<String> units) {
        public static final Stubs NONE = new Stubs(Optional.empty(), List.of(), List.of());

        public Stubs {
            commands = List.copyOf(commands);
            units = List.copyOf(units);
        }
    }

    /** Where it is in a handbook's folder. */
    public static Path folder(Path handbook, String name) {
        return handbook.resolve(FOLDERS).resolve(name);
    }

    /** Whether a host in it can reach other machines. */
    public boolean isOnline() {
        return offers.contains("internet");
    }
}
