package dev.runbook.site.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One golden file for what both engines find. */
final class EngineTest {
    @TempDir
    private Path folder;

    private final SearchIndex index = SampleSearch.site().search();

    @ParameterizedTest
    @EnumSource(Language.class)
    void sectionsAreFound(Language language) throws IOException {
        Searcher searcher = new Searcher(index);
        StringBuilder out = new StringBuilder();
        for (String query : queries().lines().toList()) {
            describe(query, searcher.search(query, language, 6), out);
        }
        SampleSearch.GOLDEN.check(golden(language), out.toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inJavaScriptTooFromOneFile(Language language) throws IOException, InterruptedException {
        assertEquals(Set.of("search/index.js"), index.files().keySet());
        inJavaScript(language, index.files());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inJavaScriptTooFromManyFiles(Language language) throws IOException, InterruptedException {
        SortedMap<String, byte[]> files = new IndexFiles(index, new IndexFiles.Sizes(0, 200, 3, 500)).files();
        assertTrue(
                files.keySet().containsAll(Set.of("search/index.js", "search/t9.js", "search/p0.js", "search/x2.js")));
        inJavaScript(language, files);
    }

    private void inJavaScript(Language language, Map<String, byte[]> files) throws IOException, InterruptedException {
        Node.write(folder, files);
        String found = new Node(folder).run("find", queries(), folder.toString(), language.code());
        SampleSearch.GOLDEN.check(golden(language), found);
    }

    /** The encoding of texts has a byte or two for the commonest characters alone. */
    @Test
    void rareCharactersComeBack() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("😀 𠮷野家。");
        for (char c = '一'; c < '一' + 5000; c++) {
            text.append(c).append(c % 50 == 0 ? "。" : "");
        }
        SearchSection section = new SearchSection("", "", text.toString(), "", "");
        SearchPage page =
                new SearchPage("a", Language.JA, "a.html", "A", "", List.of(), "", List.of(), List.of(section));
        SearchIndex rare = SearchIndex.of(List.of(page), List.of());
        String queries = "野家\n一丁\n" + (char) ('一' + 4998) + (char) ('一' + 4999) + "\n";
        StringBuilder expected = new StringBuilder();
        queries.lines().forEach(q -> describe(q, new Searcher(rare).search(q, Language.JA, 6), expected));
        Node.write(folder, rare.files());
        assertEquals(expected.toString(), new Node(folder).run("find", queries, folder.toString(), "ja"));
        assertTrue(expected.toString().contains("😀 𠮷野家"), expected::toString);
    }

    @Test
    void theSamePagesGiveTheSameBytes() {
        SortedMap<String, byte[]> again = SampleSearch.site().search().files();
        index.files().forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    private static String golden(Language language) {
        return "found." + language.code() + ".txt";
    }

    private static String queries() throws IOException {
        return Files.readString(SampleSearch.GOLDEN.folder().resolve("queries.in"));
    }

    private static void describe(String query, SearchResults results, StringBuilder out) {
        out.append("? ").append(query).append('\n');
        if (!results.missing().isEmpty()) {
            out.append("missing: ").append(String.join(", ", results.missing())).append('\n');
        }
        results.suggestion()
                .ifPresent(s -> out.append(results.corrected() ? "corrected: " : "suggestion: ")
                        .append(s)
                        .append('\n'));
        for (SearchHit hit : results.hits()) {
            String anchor = hit.anchor().isEmpty() ? "" : "#" + hit.anchor();
            String standing = hit.standing().isEmpty() ? "-" : hit.standing();
            out.append(String.format(Locale.ROOT, "  %.6f %s%s %s%n", hit.score(), hit.url(), anchor, standing));
            String marks = hit.marks().toString().replace(" ", "");
            out.append("    ").append(hit.snippet()).append(' ').append(marks).append('\n');
        }
    }
}
