package dev.runbook.exec.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** By what a change of a folder is seen: names, rights to execute, and contents of all files in it. */
public final class FolderDigest {
    private static final int BYTES = 8;

    private FolderDigest() {}

    /**
     * The first 16 hexadecimal digits of a SHA-256.
     *
     * @param more texts that are part of it
     */
    public static String of(Path folder, String... more) throws IOException {
        MessageDigest digest = sha256();
        for (String text : more) {
            add(digest, text.getBytes(StandardCharsets.UTF_8));
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> !Files.isDirectory(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            boolean link = Files.isSymbolicLink(file);
            String kind = link ? "link" : Files.isExecutable(file) ? "program" : "file";
            add(digest, (kind + " " + name).getBytes(StandardCharsets.UTF_8));
            add(
                    digest,
                    link
                            ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                            : Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** Of texts alone. */
    public static String ofTexts(List<String> texts) {
        MessageDigest digest = sha256();
        texts.forEach(text -> add(digest, text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** With its length: so that no two lists of parts read the same. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
