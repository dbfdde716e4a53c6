package dev.runbook.exec.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Names of users and groups by number, as the machine inside knows them. */
record Owners(Map<Integer, String> users, Map<Integer, String> groups) {
    private static final int FIELD_NUMBER = 2;

    static Owners of(Path root) {
        return new Owners(read(root.resolve("etc/passwd")), read(root.resolve("etc/group")));
    }

    private static Map<Integer, String> read(Path file) {
        Map<Integer, String> names = new HashMap<>();
        try {
            // Any bytes are allowed in a comment.
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", -1);
                if (fields.length > FIELD_NUMBER && fields[FIELD_NUMBER].matches("[0-9]{1,9}")) {
                    names.putIfAbsent(Integer.parseInt(fields[FIELD_NUMBER]), fields[0]);
                }
            }
        } catch (IOException e) {
            // Numbers will do.
        }
        return names;
    }

    String user(int number) {
        return users.getOrDefault(number, Integer.toUnsignedString(number));
    }

    String group(int number) {
        return groups.getOrDefault(number, Integer.toUnsignedString(number));
    }
}
