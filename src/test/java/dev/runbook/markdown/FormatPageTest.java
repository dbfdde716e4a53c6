package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.markdown.AttributeRules.Place;
import dev.runbook.model.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handbook's reference names all that the readers know, and nothing else: in both languages. */
final class FormatPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** How the reference says where an attribute may stand, in Japanese and in English. */
    private static final Map<String, Set<Place>> WHERE = where();

    private static Map<String, Set<Place>> where() {
        Set<Place> run = EnumSet.of(Place.SHELL, Place.CONSOLE, Place.SQL, Place.INTERPRETED);
        Set<Place> step = EnumSet.copyOf(run);
        step.addAll(List.of(Place.FILE, Place.PATCH));
        Map<String, Set<Place>> where = new TreeMap<>();
        List.of("すべてのステップ", "every step").forEach(words -> where.put(words, step));
        List.of("実行するブロック", "blocks that run").forEach(words -> where.put(words, run));
        List.of("シェル、`console`", "shell, `console`")
                .forEach(words -> where.put(words, EnumSet.of(Place.SHELL, Place.CONSOLE)));
        List.of("`.file`、`.patch`", "`.file`, `.patch`")
                .forEach(words -> where.put(words, EnumSet.of(Place.FILE, Place.PATCH)));
        where.put("SQL", EnumSet.of(Place.SQL));
        where.put("`.file`", EnumSet.of(Place.FILE));
        where.put("`.output`", EnumSet.of(Place.OUTPUT));
        where.put("`.undo`", EnumSet.of(Place.UNDO));
        where.put("`.check`", EnumSet.of(Place.CHECK));
        return where;
    }

    /** A table's rows below its head, as cells. */
    private static List<List<String>> table(String page, String language, String heading, int number)
            throws IOException {
        List<String> lines = Files.readAllLines(Path.of("runbooks/tool/" + page + language + ".md"));
        int at = 0;
        while (!lines.get(at).endsWith(" {#" + heading + "}")) {
            at++;
        }
        List<List<List<String>>> tables = new ArrayList<>();
        boolean inside = false;
        for (String line : lines.subList(at + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (line.startsWith("|")) {
                if (!inside) {
                    tables.add(new ArrayList<>());
                }
                String[] cells = line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1);
                tables.get(tables.size() - 1)
                        .add(Arrays.stream(cells).map(String::strip).toList());
            }
            inside = line.startsWith("|");
        }
        List<List<String>> rows = tables.get(number);
        return rows.subList(2, rows.size());
    }

    /** The code in the first column of a table. */
    private static Set<String> names(String page, String language, String heading, int number) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (List<String> row : table(page, language, heading, number)) {
            Matcher code = CODE.matcher(row.get(0));
            while (code.find()) {
                assertTrue(names.add(code.group(1)), () -> "twice: " + row.get(0));
            }
        }
        return names;
    }

    private static Set<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".en"})
    void keysAreThoseThatAreRead(String language) throws IOException {
        assertEquals(sorted(FrontMatterReader.KEYS), names("format", language, "front-matter", 0));
        assertEquals(sorted(ParameterReader.KEYS), names("format", language, "params", 0));
        assertEquals(sorted(HandbookConfigReader.KEYS), names("settings", language, "handbook-yml", 0));
        assertEquals(sorted(EnvironmentReader.KEYS), names("settings", language, "environment-yml", 0));
        assertEquals(sorted(EnvironmentReader.READY_KEYS), names("settings", language, "environment-yml", 1));
        assertEquals(sorted(EnvironmentReader.STUBS_KEYS), names("settings", language, "environment-yml", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".en"})
    void classesLanguagesAlertsAndEndingsAreThoseThatAreRead(String language) throws IOException {
        assertEquals(
                ClassReader.all().stream().map(c -> "." + c).collect(Collectors.toCollection(TreeSet::new)),
                names("format", language, "blocks", 0));
        assertEquals(sorted(RunnableLanguage.allNames()), names("format", language, "languages", 0));
        assertEquals(sorted(Alerts.KINDS), names("format", language, "markdown", 1));
        assertEquals(
                Arrays.stream(Expectation.Kind.values())
                        .filter(k -> k != Expectation.Kind.EQUAL && k != Expectation.Kind.ANY_LINES)
                        .map(k -> " ("
                                + k.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ")")
                        .collect(Collectors.toCollection(TreeSet::new)),
                names("expectations", language, "lines", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".en"})
    void attributesStandWhereTheReferenceSays(String language) throws IOException {
        Map<String, Set<Place>> written = new TreeMap<>();
        for (List<String> row : table("format", language, "attributes", 0)) {
            written.put(row.get(0), Objects.requireNonNull(WHERE.get(row.get(1)), row.get(1)));
        }
        Map<String, Set<Place>> read = new TreeMap<>();
        AttributeRules.places().forEach((name, places) -> read.put("`" + name + "`", EnumSet.copyOf(places)));
        assertEquals(read, written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".en"})
    void shellsAreThoseThatAreRead(String language) throws IOException {
        String row = table("format", language, "attributes", 0).stream()
                .filter(r -> r.get(0).equals("`shell`"))
                .findFirst()
                .orElseThrow()
                .get(2);
        List<String> named = new ArrayList<>();
        Matcher code = CODE.matcher(row);
        while (code.find()) {
            named.add(code.group(1));
        }
        assertEquals(OptionReader.SHELLS, named);
    }
}
