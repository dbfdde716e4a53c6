package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import dev.runbook.model.Environment.GivenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Puts files of the project into a container that was made and not started yet. They are root's and not to be written.
 *
 * <p>Why no mount: an engine on another machine, or in a virtual one, has no such path; and a snapshot would lack them.
 */
final class Copies {
    private static final int FILE = 0100444;
    private static final int PROGRAM = 0100555;
    private static final int FOLDER = 040755;

    private Copies() {}

    static void into(DockerClient client, String container, List<GivenFile> files) throws ContainerException {
        if (files.isEmpty()) {
            return;
        }
        try {
            Path archive = Files.createTempFile("runbook", ".tar");
            try {
                try (OutputStream out = Files.newOutputStream(archive)) {
                    write(files, out);
                }
                try (InputStream in = Files.newInputStream(archive)) {
                    client.copyArchiveToContainerCmd(container)
                            .withRemotePath("/")
                            .withTarInputStream(in)
                            .exec();
                }
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException | RuntimeException e) {
            throw new ContainerException(ContainerCode.FILES_NOT_COPIED, Said.by(e));
        }
    }

    static void write(List<GivenFile> files, OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (GivenFile file : files) {
                add(file, tar);
            }
        }
    }

    private static void add(GivenFile file, TarArchiveOutputStream tar) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(file.source())) {
            all = walk.sorted().toList();
        }
        for (Path path : all) {
            String below = file.source().relativize(path).toString().replace('\\', '/');
            String name = file.target().substring(1) + (below.isEmpty() ? "" : "/" + below);
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                put(tar, name + "/", FOLDER, path, false);
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                put(tar, name, Files.isExecutable(path) ? PROGRAM : FILE, path, true);
            }
            // Links are left out: where they lead need not be in the container, or in the project.
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, int mode, Path path, boolean content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setModTime(Files.getLastModifiedTime(path).toMillis());
        entry.setSize(content ? Files.size(path) : 0);
        tar.putArchiveEntry(entry);
        if (content) {
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }
}
