package dev.runbook.cli;

import dev.runbook.record.Integrity;
import dev.runbook.record.RecordedRun;
import dev.runbook.record.RunHeader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be known of a recorded run as a whole: names in the reader's language, and what they are. */
final class RunFacts {
    /** A value can be of any length; an export as JSON has all of it. */
    private static final int VALUE_WIDTH = 200;

    private RunFacts() {}

    static Map<String, String> of(Invocation invocation, RecordedRun run) {
        Map<String, String> facts = new LinkedHashMap<>();
        RunSummary summary = RunSummary.of(run);
        facts.put(
                invocation.text("runs.fact.state"),
                invocation.text(
                        "runs.fact.state.value",
                        invocation.text("runs.state." + summary.state()),
                        summary.held(),
                        summary.planned()));
        run.header().ifPresent(header -> header(invocation, run, header, facts));
        facts.put(invocation.text("runs.fact.record"), record(invocation, run.integrity()));
        return facts;
    }

    private static void header(Invocation invocation, RecordedRun run, RunHeader header, Map<String, String> facts) {
        Times times = Times.of(invocation.host());
        facts.put(
                invocation.text("runs.fact.place"),
                header.place().host() + " (" + header.place().kind() + ")");
        facts.put(
                invocation.text("runs.fact.operator"),
                header.operator().user() + "@" + header.operator().host());
        facts.put(invocation.text("runs.fact.started"), times.withZone(header.started()));
        run.lastAt()
                .ifPresent(last -> facts.put(
                        invocation.text("runs.fact.took"), Times.length(Duration.between(header.started(), last))));
        facts.put(invocation.text("runs.fact.file"), header.file() + " (" + header.digest() + ")");
        header.values().forEach((name, value) -> facts.put(name, Cells.cut(value, VALUE_WIDTH)));
        header.secrets().forEach(name -> facts.put(name, invocation.text("runs.fact.secret")));
        header.resumes().ifPresent(id -> facts.put(invocation.text("runs.fact.resumes"), id));
        facts.put(invocation.text("runs.fact.tool"), "runbook " + header.tool());
    }

    private static String record(Invocation invocation, Integrity integrity) {
        String chain = integrity.brokenLine().isPresent()
                ? invocation.text("runs.record.broken", integrity.brokenLine().getAsInt())
                : invocation.text("runs.record.intact", integrity.lines(), integrity.seal());
        return integrity.torn() ? chain + " " + invocation.text("runs.record.torn") : chain;
    }
}
