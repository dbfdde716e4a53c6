package dev.runbook.report;

import dev.runbook.i18n.Language;
import dev.runbook.results.Label;
import dev.runbook.results.Results;
import dev.runbook.results.RunbookResult;
import dev.runbook.results.Setting;
import dev.runbook.results.StepProof;
import dev.runbook.source.Diagnostic;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * JUnit XML, as Maven Surefire writes it and as Jenkins, GitLab and others read it: a runbook is a suite, a step a case. What
 * that form has no word for is a property of the case ({@code label}, {@code tries}) and a line on its standard error.
 */
public final class JunitReport implements ResultsReport {
    /** Without zone and fraction, as strict readers want it; in UTC. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ProofText words;
    private final Function<String, String> displayPath;

    /**
     * A report with messages in one language.
     *
     * @param displayPath from a runbook's file to its path in the repository
     */
    public JunitReport(Language language, Function<String, String> displayPath) {
        this.words = new ProofText(language);
        this.displayPath = displayPath;
    }

    @Override
    public String render(Results results) {
        try (XmlText xml = new XmlText()) {
            Counts all = Counts.NONE;
            Duration duration = Duration.ZERO;
            for (RunbookResult runbook : results.runbooks()) {
                all = all.plus(Counts.of(runbook));
                duration = duration.plus(runbook.duration());
            }
            xml.start("testsuites").attribute("name", "runbook");
            all.write(xml).attribute("time", seconds(duration));
            for (RunbookResult runbook : results.runbooks()) {
                suite(xml, runbook);
            }
            return xml.end().text();
        }
    }

    private void suite(XmlText xml, RunbookResult runbook) {
        String file = displayPath.apply(runbook.file());
        xml.start("testsuite").attribute("name", runbook.id());
        Counts.of(runbook)
                .write(xml)
                .attribute("time", seconds(runbook.duration()))
                .attribute("timestamp", TIMESTAMP.format(runbook.started()))
                .attribute("file", file);
        properties(xml, of(runbook));
        runbook.error().ifPresent(error -> whole(xml, runbook, file, error));
        for (StepProof step : runbook.steps()) {
            testCase(xml, runbook, file, step);
        }
        xml.end();
    }

    private static Map<String, String> of(RunbookResult runbook) {
        Setting setting = runbook.setting();
        Map<String, String> properties = new TreeMap<>();
        setting.packages().forEach((name, version) -> properties.put("package." + name, version));
        runbook.commit().ifPresent(commit -> properties.put("commit", commit));
        properties.put("digest", runbook.digest());
        properties.put("environment", setting.environment());
        properties.put("image", setting.image());
        properties.put("imageDigest", setting.imageDigest());
        properties.put("label", word(runbook.label()));
        properties.put("standIn", String.valueOf(setting.standIn()));
        return properties;
    }

    /** What kept the runbook from being run at all is a case of its own: a suite cannot fail in this form. */
    private void whole(XmlText xml, RunbookResult runbook, String file, Diagnostic error) {
        xml.start("testcase")
                .attribute("name", words.get("whole"))
                .attribute("classname", runbook.id())
                .attribute("file", file)
                .attribute("line", error.span().startLine())
                .attribute("time", seconds(Duration.ZERO));
        problem(xml, "error", words.message(error), error.code().id(), words.details(error));
        xml.end();
    }

    private void testCase(XmlText xml, RunbookResult runbook, String file, StepProof step) {
        xml.start("testcase")
                .attribute("name", step.step())
                .attribute("classname", runbook.id())
                .attribute("file", file)
                .attribute("line", step.line())
                .attribute("time", seconds(step.duration()));
        Map<String, String> properties = new TreeMap<>(Map.of("label", word(step.label())));
        if (step.tries() > 1) {
            properties.put("tries", String.valueOf(step.tries()));
        }
        properties(xml, properties);
        outcome(xml, file, step);
        String output = words.outputs(step);
        if (!output.isEmpty()) {
            xml.start("system-out").content(output).end();
        }
        if (step.label() == Label.STUBBED || ProofText.isFlaky(step)) {
            xml.start("system-err").content(words.remark(step) + "\n").end();
        }
        xml.end();
    }

    private void outcome(XmlText xml, String file, StepProof step) {
        String type = step.why().map(why -> why.code().id()).orElse(word(step.label()));
        String remark = words.remark(step);
        String said = remark.isEmpty() ? words.label(step.label()) : remark;
        String body = file + ":" + step.line() + "\n" + words.details(step);
        switch (step.label()) {
            case FAILED -> problem(xml, "failure", said, type, body);
            case ERRORED -> problem(xml, "error", said, type, body);
            case SKIPPED -> skipped(xml, remark.isEmpty() ? words.get("skipped") : remark);
            case MANUAL ->
                skipped(xml, remark.isEmpty() ? words.get("manual") : words.get("manual") + " (" + remark + ")");
            case PASSED, STUBBED -> {}
        }
    }

    private static void problem(XmlText xml, String element, String message, String type, String body) {
        xml.start(element)
                .attribute("message", message)
                .attribute("type", type)
                .content(body)
                .end();
    }

    private static void skipped(XmlText xml, String message) {
        xml.start("skipped").attribute("message", message).end();
    }

    private static void properties(XmlText xml, Map<String, String> properties) {
        xml.start("properties");
        properties.forEach((name, value) -> xml.start("property")
                .attribute("name", name)
                .attribute("value", value)
                .end());
        xml.end();
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private record Counts(int tests, int failures, int errors, int skipped) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(RunbookResult runbook) {
            List<Label> labels = runbook.steps().stream().map(StepProof::label).toList();
            Optional<Diagnostic> error = runbook.error();
            int whole = error.isPresent() ? 1 : 0;
            return new Counts(
                    labels.size() + whole,
                    count(labels, Label.FAILED),
                    count(labels, Label.ERRORED) + whole,
                    count(labels, Label.SKIPPED) + count(labels, Label.MANUAL));
        }

        private static int count(List<Label> labels, Label label) {
            return (int) labels.stream().filter(l -> l == label).count();
        }

        Counts plus(Counts other) {
            return new Counts(
                    tests + other.tests, failures + other.failures, errors + other.errors, skipped + other.skipped);
        }

        XmlText write(XmlText xml) {
            return xml.attribute("tests", tests)
                    .attribute("failures", failures)
                    .attribute("errors", errors)
                    .attribute("skipped", skipped);
        }
    }
}
