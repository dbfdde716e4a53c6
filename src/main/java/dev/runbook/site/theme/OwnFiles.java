package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a handbook's own theme, by their path inside of its two folders.
 *
 * @param templates {@code part/step.jte} and its text
 * @param statics {@code css/tokens.css} and its content
 * @param texts by language and key
 */
record OwnFiles(
        SortedMap<String, String> templates,
        SortedMap<String, byte[]> statics,
        Map<Language, Map<String, String>> texts) {
    /** An escape that is none. */
    private static final Pattern MALFORMED = Pattern.compile("\\\\u(?![0-9a-fA-F]{4})");

    /** The theme's folder in the handbook's. */
    static final String FOLDER = Handbook.THEME;

    private static final String TEMPLATES = FOLDER + "/templates/";
    private static final String STATICS = FOLDER + "/static/";
    static final OwnFiles NONE = new OwnFiles(new TreeMap<>(), new TreeMap<>(), Map.of());

    OwnFiles {
        templates = Collections.unmodifiableSortedMap(templates);
        statics = Collections.unmodifiableSortedMap(statics);
        texts = Map.copyOf(texts);
    }

    boolean isEmpty() {
        return templates.isEmpty() && statics.isEmpty() && texts.isEmpty();
    }

    /** A template's file, as diagnostics name it. */
    static String templateFile(String name) {
        return TEMPLATES + name;
    }

    /** A file of styles, scripts and pictures, as diagnostics name it. */
    static String staticFile(String name) {
        return STATICS + name;
    }

    /** Reads the theme of the handbook in a folder; {@link #NONE} where it has none. */
    static Parsed<OwnFiles> of(Path handbook) {
        Path folder = handbook.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new Parsed<>(NONE, List.of());
        }
        Reading reading = new Reading(handbook);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(reading::file);
        } catch (IOException | UncheckedIOException e) {
            reading.problem(ThemeCode.THEME_UNREADABLE, FOLDER, 1, e.toString());
        }
        return new Parsed<>(new OwnFiles(reading.templates, reading.statics, reading.texts), reading.problems);
    }

    private static final class Reading {
        final SortedMap<String, String> templates = new TreeMap<>();
        final SortedMap<String, byte[]> statics = new TreeMap<>();
        final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        final List<Diagnostic> problems = new ArrayList<>();
        private final Path handbook;

        Reading(Path handbook) {
            this.handbook = handbook;
        }

        void file(Path path) {
            String name = handbook.relativize(path).toString().replace('\\', '/');
            if (name.contains("/.")) {
                return; // an editor's or the version control's
            }
            try {
                byte[] content = Files.readAllBytes(path);
                if (name.startsWith(TEMPLATES) && name.endsWith(".jte")) {
                    templates.put(name.substring(TEMPLATES.length()), new String(content, StandardCharsets.UTF_8));
                } else if (name.startsWith(STATICS)) {
                    statics.put(name.substring(STATICS.length()), content);
                } else if (!texts(name, content)) {
                    problem(ThemeCode.THEME_UNKNOWN_FILE, name, 1);
                }
            } catch (IOException e) {
                problem(ThemeCode.THEME_UNREADABLE, name, 1, e.toString());
            }
        }

        private boolean texts(String name, byte[] content) throws IOException {
            for (Language language : Language.values()) {
                if (name.equals(textsFile(language))) {
                    Properties properties = new Properties();
                    String text = new String(content, StandardCharsets.UTF_8);
                    try {
                        properties.load(new StringReader(text));
                    } catch (IllegalArgumentException e) {
                        int line = lineOf(MALFORMED, text);
                        problem(ThemeCode.THEME_TEXTS_WRONG, name, line, String.valueOf(e.getMessage()));
                    }
                    Set<String> known = JteTheme.texts(language).keys();
                    for (String key : properties.stringPropertyNames()) {
                        if (!known.contains(key)) {
                            int line = lineOf(Pattern.compile("^\\s*" + Pattern.quote(key) + "\\s*([=:\\s]|$)"), text);
                            problem(ThemeCode.THEME_UNKNOWN_TEXT, name, line, key, Suggestions.offer(key, known));
                        }
                    }
                    Map<String, String> found = new TreeMap<>();
                    properties.stringPropertyNames().forEach(key -> found.put(key, properties.getProperty(key)));
                    texts.put(language, found);
                    return true;
                }
            }
            return false;
        }

        /** The first line that has it; the file's first where none has, as with a key that is written with escapes. */
        private static int lineOf(Pattern pattern, String text) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    return i + 1;
                }
            }
            return 1;
        }

        void problem(ThemeCode code, String file, int line, Object... arguments) {
            problems.add(Diagnostic.of(code, new Span(file, line, 1, line, 1), arguments));
        }
    }

    private static String textsFile(Language language) {
        return FOLDER + "/texts_" + language.code() + ".properties";
    }
}
