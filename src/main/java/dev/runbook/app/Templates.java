package dev.runbook.app;

import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;

/**
 * The texts that new files begin with: resources {@code templates/<name>.<language>.<extension>}. A line that begins with
 * {@code {{original}}} or {@code {{translation}}} is for that kind of file only: facts stand in the original alone.
 */
final class Templates {
    private Templates() {}

    /** A page's template. */
    static String page(String name, Language language, boolean original, Map<String, String> values) {
        String mine = original ? "{{original}}" : "{{translation}}";
        String others = original ? "{{translation}}" : "{{original}}";
        return fill(name, language, "md", values)
                .lines()
                .filter(line -> !line.startsWith(others))
                .map(line -> line.startsWith(mine) ? line.substring(mine.length()) : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A template with its {@code {{key}}} replaced. */
    static String fill(String name, Language language, String extension, Map<String, String> values) {
        String text = read("templates/" + name + "." + language.code() + "." + extension);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    /** A text as a YAML value: bare where that is safe, else quoted. */
    static String yaml(String text) {
        boolean plain = text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{InCJK_Symbols_and_Punctuation} ・ー/_().-]*")
                && !text.matches("(?i)true|false|null|yes|no|on|off|[-+.0-9_exo]+")
                && text.equals(text.strip());
        return plain ? text : Json.compact(text);
    }

    private static String read(String resource) {
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new MissingResourceException("no template", Templates.class.getName(), resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
