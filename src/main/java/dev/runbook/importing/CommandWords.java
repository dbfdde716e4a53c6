package dev.runbook.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;

/** What is known of commands by their names. */
final class CommandWords {
    private static final Map<String, String> KNOWN = read();
    private static final Pattern CMDLET = Pattern.compile(
            "(?:Get|Set|New|Remove|Start|Stop|Restart|Test|Add|Enable|Disable|Import|Export|Invoke)-[A-Z]\\w+");
    private static final Pattern PROGRAM_PATH = Pattern.compile(
            "\\./[\\w.+-]+|(?:~|/[\\w.+/-]*)/(?:s?bin|scripts?|init\\.d|shims)/[\\w.+-]+|/[\\w.+/-]+\\.sh");

    private CommandWords() {}

    private static Map<String, String> read() {
        String name = "commands.txt";
        try (InputStream in = CommandWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MissingResourceException("no list", CommandWords.class.getName(), name);
            }
            Map<String, String> known = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(
                            line -> known.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' '))));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isKnown(String word) {
        return KNOWN.containsKey(word) || CMDLET.matcher(word).matches();
    }

    /** Whether a word is a path at which programs are found. */
    static boolean isProgramPath(String word) {
        return PROGRAM_PATH.matcher(word).matches();
    }

    static boolean isEnglish(String word) {
        return has(word, 'a');
    }

    static boolean needsArguments(String word) {
        return has(word, 'n');
    }

    static boolean onlyLooks(String word) {
        return has(word, 'r');
    }

    static boolean needsRoot(String word) {
        return has(word, 's');
    }

    static boolean needsPerson(String word) {
        return has(word, 'i');
    }

    static boolean destroys(String word) {
        return has(word, 'd');
    }

    static boolean isWindows(String word) {
        return has(word, 'w') || CMDLET.matcher(word).matches();
    }

    private static boolean has(String word, char trait) {
        return KNOWN.getOrDefault(word, "").indexOf(trait) >= 0;
    }
}
