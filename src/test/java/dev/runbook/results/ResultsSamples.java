package dev.runbook.results;

import dev.runbook.exec.ExecCode;
import dev.runbook.model.RunbookId;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results with one of everything. */
public final class ResultsSamples {
    private static final Instant TIME = Instant.parse("2026-03-01T02:03:04.005Z");
    private static final Setting CENTOS = new Setting(
            "centos", "runbook/centos:9", "sha256:0123", false, Map.of("redis", "7.2.1", "nginx", "1.20"), "89ab");
    private static final Setting STAND_IN = new Setting("centos", "debian:12", "sha256:4567", true, Map.of(), "");

    private ResultsSamples() {}

    public static Results all() {
        return new Results("1.2.3", List.of(failed(), passed(), errored()));
    }

    /** A runbook with a step of each label, one of them flaky. */
    public static RunbookResult failed() {
        String file = "database/手順,1.md";
        Mismatch mismatch = new Mismatch(
                new Span(file, 52, 1, 55, 1),
                List.of(
                        line(Mismatch.Kind.MATCHED, "pool_mode", 52),
                        line(Mismatch.Kind.MISSING, " session | `x`", 53),
                        new Mismatch.Line(Mismatch.Kind.UNEXPECTED, " trans\u001b[1m", Optional.empty(), true)));
        byte[] head = "head\n".getBytes(StandardCharsets.UTF_8);
        byte[] tail = {(byte) 0xFF, 'e', 'n', 'd', '\n'};
        return new RunbookResult(
                new RunbookId("database/pgbouncer"),
                file,
                "00aa",
                Optional.of("abc1234"),
                CENTOS,
                TIME,
                Duration.ofMillis(61_234),
                List.of(
                        step("install", 12, Label.PASSED, "", 1, List.of(Output.of("Complete!\n完了\r\n"))),
                        step("wait", 20, Label.PASSED, "", 3, List.of(Output.of(head, 12_345, tail))),
                        step("cert#1", 28, Label.STUBBED, "certbot", 1, List.of()),
                        step("look", 30, Label.MANUAL, "", 0, List.of()),
                        step("mirror", 35, Label.SKIPPED, "needs internet", 0, List.of()),
                        new StepProof(
                                "query",
                                50,
                                "beef",
                                Label.FAILED,
                                "",
                                TIME,
                                Duration.ofMillis(1_500),
                                2,
                                List.of(Output.of("pool_mode\n"), Output.of(" trans\u001b[1m")),
                                Optional.of(Diagnostic.of(ExecCode.OUTPUT_DIFFERS, new Span(file, 50, 1, 51, 4))),
                                Optional.of(mismatch))),
                Optional.empty());
    }

    public static RunbookResult passed() {
        return new RunbookResult(
                new RunbookId("redis/memory"),
                "redis/memory.md",
                "11bb",
                Optional.empty(),
                STAND_IN,
                TIME.plusSeconds(70),
                Duration.ofMillis(900),
                List.of(step("info", 7, Label.PASSED, "", 1, List.of(Output.of("# Memory\n")))),
                Optional.empty());
    }

    /** It could not be run at all. */
    public static RunbookResult errored() {
        return new RunbookResult(
                new RunbookId("web/nginx"),
                "web/nginx.md",
                "22cc",
                Optional.empty(),
                CENTOS,
                TIME.plusSeconds(80),
                Duration.ZERO,
                List.of(),
                Optional.of(Diagnostic.of(ExecCode.CONTACT_LOST, Span.startOf("web/nginx.md"), "100% gone\nbye")));
    }

    private static StepProof step(String name, int line, Label label, String note, int tries, List<Output> outputs) {
        return new StepProof(
                name,
                line,
                "d" + line,
                label,
                note,
                TIME.plusSeconds(line),
                Duration.ofMillis(line * 10L),
                tries,
                outputs,
                Optional.empty(),
                Optional.empty());
    }

    private static Mismatch.Line line(Mismatch.Kind kind, String text, int line) {
        Span source = new Span("database/手順,1.md", line, 1, line, 1 + text.length());
        return new Mismatch.Line(kind, text, Optional.of(source), false);
    }
}
