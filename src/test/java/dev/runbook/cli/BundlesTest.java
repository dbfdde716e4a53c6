package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All bundles of the project have the same texts in both languages. */
final class BundlesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> bundles = files.filter(p -> p.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
            assertFalse(bundles.isEmpty(), "no bundle was found");
            return bundles;
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sameKeysAndArguments(Path english) throws IOException {
        Path japanese = Path.of(english.toString().replace("_en.properties", "_ja.properties"));
        Properties en = load(english);
        Properties ja = load(japanese);

        assertEquals(new TreeSet<>(en.stringPropertyNames()), new TreeSet<>(ja.stringPropertyNames()));
        for (String key : en.stringPropertyNames()) {
            assertEquals(arguments(en.getProperty(key)), arguments(ja.getProperty(key)), key);
            assertFalse(ja.getProperty(key).isBlank(), key);
            assertFalse(en.getProperty(key).isBlank(), key);
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path path) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        }
        return properties;
    }
}
