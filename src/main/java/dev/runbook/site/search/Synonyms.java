package dev.runbook.site.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words that mean the same: what is found by one of them is found by the others. */
final class Synonyms {
    private static final String BUILT_IN = "synonyms.txt";

    private final List<List<String>> groups;

    private Synonyms(List<List<String>> groups) {
        this.groups = groups.stream().map(List::copyOf).toList();
    }

    /** Those that come with the program, and {@code more}. */
    static Synonyms with(List<List<String>> more) {
        List<List<String>> groups = new ArrayList<>(more);
        for (String line : builtIn().split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                groups.add(Arrays.stream(line.split(",", -1)).map(String::strip).toList());
            }
        }
        return new Synonyms(groups);
    }

    private static String builtIn() {
        try (InputStream in = Synonyms.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + BUILT_IN);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> groups() {
        return groups;
    }

    /** The other words of each group that a word, as texts are compared, is in. */
    List<String> of(String normal) {
        Set<String> others = new LinkedHashSet<>();
        for (List<String> group : groups) {
            if (group.stream().anyMatch(word -> Normal.of(word).toString().equals(normal))) {
                others.addAll(group);
            }
        }
        others.removeIf(word -> Normal.of(word).toString().equals(normal));
        return List.copyOf(others);
    }
}
