package dev.runbook.cli;

import dev.runbook.cli.Person.Gone;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a person change a step's code: one line in place, more in an editor of the person's own. */
final class CodeEditor {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Map<String, String> environment;
    private final Person person;

    CodeEditor(Map<String, String> environment, Person person) {
        this.environment = environment;
        this.person = person;
    }

    /**
     * The code as it was changed; empty where it was not.
     *
     * @throws IOException if the editor cannot be started, or failed
     */
    Optional<String> edit(String code, String suffix, Menu menu) throws IOException, Gone {
        String bare = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
        String edited = bare.indexOf('\n') < 0 ? menu.line("", bare) : inEditor(code, suffix);
        String whole = edited.isEmpty() || edited.endsWith("\n") ? edited : edited + "\n";
        return whole.isBlank() || whole.equals(code) ? Optional.empty() : Optional.of(whole);
    }

    private String inEditor(String code, String suffix) throws IOException {
        Path file = Files.createTempFile("runbook-", suffix, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(file, code);
            int status = person.away(() -> run(file));
            if (status != 0) {
                throw new IOException(editor() + ": " + status);
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IOException("not UTF-8: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private int run(Path file) throws IOException {
        // Editors are set with their arguments ("code --wait"), so a shell takes them apart, as git does it.
        Process process = new ProcessBuilder(List.of("sh", "-c", editor() + " \"$1\"", "sh", file.toString()))
                .inheritIO()
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String editor() {
        for (String name : List.of("VISUAL", "EDITOR")) {
            String set = environment.getOrDefault(name, "");
            if (!set.isBlank()) {
                return set;
            }
        }
        return "vi";
    }
}
