package dev.runbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.results.Results;
import dev.runbook.results.ResultsSamples;
import dev.runbook.results.RunbookResult;
import dev.runbook.testing.Golden;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ResultsReportTest {
    private static final Results RESULTS = ResultsSamples.all();
    private static final Results NONE = new Results("1", List.of());

    private final Golden golden = new Golden("results-report");

    private static Map<String, ResultsReport> reports(Language language) {
        return Map.of(
                "junit." + language.code() + ".xml", new JunitReport(language, f -> "runbooks/" + f),
                "tap." + language.code() + ".txt", new TapReport(language, f -> "runbooks/" + f),
                "github." + language.code() + ".txt", new GithubResults(language, f -> "runbooks/" + f),
                "markdown." + language.code() + ".md", new MarkdownResults(language, f -> "runbooks/" + f),
                "text." + language.code() + ".txt", new TextResults(language, false, f -> "runbooks/" + f),
                "text." + language.code() + ".colour.txt", new TextResults(language, true, f -> "runbooks/" + f));
    }

    @ParameterizedTest
    @EnumSource
    void inAllForms(Language language) {
        reports(language).forEach((file, report) -> golden.check(file, report.render(RESULTS)));
    }

    @Test
    void noGoldenFileIsLeftOver() {
        Set<String> names = new TreeSet<>();
        Stream.of(Language.values()).forEach(l -> names.addAll(reports(l).keySet()));

        golden.checkNothingElse(names);
    }

    @ParameterizedTest
    @EnumSource
    void flakyIsSaidInEveryForm(Language language) {
        String flaky = language == Language.EN ? "flaky: it held at try 3" : "不安定: 3 回目で成り立ちました";

        reports(language)
                .forEach((file, report) -> assertTrue(report.render(RESULTS).contains(flaky), file));
    }

    @ParameterizedTest
    @EnumSource
    void theStandInIsNamedAsSuch(Language language) {
        reports(language).forEach((file, report) -> {
            String text = report.render(RESULTS);
            assertTrue(file.startsWith("github") || text.contains("debian:12"), file);
        });
    }

    @Test
    void noResultsAreNoFailure() {
        assertEquals("TAP version 14\n1..0\n", new TapReport(Language.EN, f -> f).render(NONE));
        assertEquals("", new GithubResults(Language.EN, f -> f).render(NONE));
        assertEquals("Runbooks: none.\nSteps: none.\n", new TextResults(Language.EN, false, f -> f).render(NONE));
    }

    @Test
    void junitCountsWhatItHolds() throws Exception {
        Document document = xml(new JunitReport(Language.JA, f -> f).render(RESULTS));

        counts(document.getDocumentElement());
        NodeList suites = document.getElementsByTagName("testsuite");
        assertEquals(3, suites.getLength());
        for (int i = 0; i < suites.getLength(); i++) {
            counts((Element) suites.item(i));
        }
        Element output = (Element) document.getElementsByTagName("system-out").item(0);
        assertEquals("Complete!\n完了\n", output.getTextContent());
    }

    private static void counts(Element element) {
        Map.of("tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped")
                .forEach((attribute, tag) -> assertEquals(
                        element.getAttribute(attribute),
                        String.valueOf(element.getElementsByTagName(tag).getLength()),
                        element.getAttribute("name") + " " + attribute));
    }

    @Test
    void tapDiagnosticsAreYaml() {
        String tap = new TapReport(Language.JA, f -> f).render(RESULTS);

        List<Map<?, ?>> diagnostics = new ArrayList<>();
        StringBuilder yaml = new StringBuilder();
        boolean inside = false;
        for (String line : tap.lines().toList()) {
            if (line.strip().equals("...")) {
                Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml.toString());
                diagnostics.add((Map<?, ?>) value);
                inside = false;
            } else if (line.strip().equals("---")) {
                inside = true;
                yaml.setLength(0);
            } else if (inside) {
                yaml.append(line.substring(yamlIndent(line))).append('\n');
            }
        }

        assertEquals(8, diagnostics.size());
        Map<?, ?> failed = diagnostics.get(4);
        assertEquals("failed", failed.get("label"));
        assertEquals(50, failed.get("line"));
        assertEquals("pool_mode\n trans\\e[1m", failed.get("output"));
        assertEquals(" pool_mode\n- session | `x`\n+ trans\\e[1m\n\\ 末尾に改行がありません\n", failed.get("diff"));
    }

    /** A subtest's diagnostics stand 6 deep, a runbook's own 2. */
    private static int yamlIndent(String line) {
        return line.startsWith("      ") ? 6 : 2;
    }

    @Test
    void theTablesColumnsAreWhereTheHeadingsAre() {
        List<String> lines = new TextResults(Language.JA, false, f -> f)
                .render(RESULTS)
                .lines()
                .filter(l -> l.contains("centos") || l.contains("環境"))
                .toList();

        assertEquals(4, lines.size());
        Set<Integer> places = new TreeSet<>();
        for (String line : lines) {
            int at = line.contains("環境") ? line.indexOf("環境") : line.indexOf("centos");
            places.add(DisplayWidth.of(line.substring(0, at)));
        }
        assertEquals(1, places.size(), places::toString);
    }

    @Test
    void aSummaryIsNeverMoreThanGithubTakes() {
        List<RunbookResult> many = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            many.add(ResultsSamples.failed());
        }

        String summary = new MarkdownResults(Language.EN, f -> f).render(new Results("1", many));

        assertTrue(summary.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
        assertTrue(summary.contains(" further steps are left out."));
    }

    /** Whatever a command writes: every character there is. */
    @Test
    void everyCharacterCanBeWritten() throws Exception {
        StringBuilder all = new StringBuilder();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(all::appendCodePoint);
        String safe = SafeText.of(all + "]]>");

        try (XmlText xml = new XmlText()) {
            String text = xml.start("a")
                    .attribute("b", all)
                    .content(all + "]]>")
                    .end()
                    .text();
            assertEquals(safe, xml(text).getDocumentElement().getTextContent());
        }
        Object yaml = new Load(LoadSettings.builder().setBufferSize(1 << 22).build())
                .loadFromString(
                        "a: |2-\n" + safe.lines().map(l -> "  " + l + "\n").reduce("", String::concat));
        assertEquals(Map.of("a", safe), yaml);
        assertFalse(safe.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t'));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
