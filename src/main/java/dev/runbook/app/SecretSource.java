package dev.runbook.app;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.ValueCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches secrets from files and commands. One newline at the end belongs to the file, not to the secret. */
final class SecretSource {
    private final Path folder;
    private final Span place;

    SecretSource(Path folder, Span place) {
        this.folder = folder;
        this.place = place;
    }

    /** The content of a file, which may be a pipe ({@code <(…)}). */
    Parsed<Optional<String>> file(String name, String file) {
        Path path = folder.resolve(file);
        List<Diagnostic> problems = new ArrayList<>();
        Optional<String> secret = Optional.empty();
        try {
            secret = text(name, Files.readAllBytes(path), file, problems);
            if (isExposed(path)) {
                problems.add(Diagnostic.of(ValueCode.SECRET_FILE_EXPOSED, place, file, name));
            }
        } catch (NoSuchFileException e) {
            problems.add(Diagnostic.of(ValueCode.SECRET_FILE_UNREADABLE, place, name, file, "No such file"));
        } catch (IOException e) {
            String reason = e.getMessage() == null || e.getMessage().equals(path.toString())
                    ? e.getClass().getSimpleName()
                    : e.getMessage();
            problems.add(Diagnostic.of(ValueCode.SECRET_FILE_UNREADABLE, place, name, file, reason));
        }
        return new Parsed<>(secret, problems);
    }

    /** The output of a command; it has this process's standard input and error, since it may ask for a passphrase. */
    Parsed<Optional<String>> command(String name, String command) throws InterruptedException {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<String> secret = Optional.empty();
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status == 0) {
                secret = text(name, output, "--secret-command", problems);
            } else {
                problems.add(Diagnostic.of(ValueCode.SECRET_COMMAND_FAILED, place, name, status));
            }
        } catch (IOException e) {
            problems.add(Diagnostic.of(ValueCode.SECRET_COMMAND_FAILED, place, name, String.valueOf(e.getMessage())));
        }
        return new Parsed<>(secret, problems);
    }

    /** Whether users who are neither the owner nor in the group may read a file. */
    static boolean isExposed(Path path) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            return Files.isRegularFile(path) && permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private Optional<String> text(String name, byte[] bytes, String from, List<Diagnostic> problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
            return Optional.of(text.substring(0, text.length() - end));
        } catch (CharacterCodingException e) {
            problems.add(Diagnostic.of(ValueCode.VALUE_NOT_TEXT, place, name, from));
            return Optional.empty();
        }
    }
}
