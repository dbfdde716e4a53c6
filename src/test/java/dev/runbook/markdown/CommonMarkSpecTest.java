package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/**
 * CommonMark's own examples, through the renderer that makes the site's prose. Those that come out differently are listed
 * with their reasons in {@code commonmark-deviations.txt}; one that is listed and passes fails as well.
 */
class CommonMarkSpecTest {
    private static final Path DEVIATIONS = Path.of("src", "test", "golden", "commonmark", "deviations.txt");

    @Test
    void examplesComeOutAsSpecifiedExceptThoseListed() throws IOException {
        Map<Integer, String> reasons = deviations();
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        assertTrue(examples.size() > 600, "examples: " + examples.size());
        List<String> surprises = new ArrayList<>();
        int number = 0;
        for (Example example : examples) {
            number++;
            boolean listed = reasons.remove(number) != null;
            String actual = PlainHtml.of(example.getSource());
            if (actual.equals(example.getHtml().replace('→', '\t')) == listed) {
                surprises.add(number + (listed ? " is listed and passes" : " is not listed and fails")
                        + "\n--- source\n" + example.getSource()
                        + "--- expected\n" + example.getHtml()
                        + "--- actual\n" + actual);
            }
        }
        assertEquals("", String.join("\n", surprises));
        assertEquals(Map.of(), reasons, "listed examples that do not exist");
    }

    private static Map<Integer, String> deviations() throws IOException {
        Map<Integer, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(DEVIATIONS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", 2);
                assertTrue(parts.length == 2 && !parts[1].isBlank(), "no reason: " + line);
                reasons.put(Integer.parseInt(parts[0]), parts[1]);
            }
        }
        return reasons;
    }
}
