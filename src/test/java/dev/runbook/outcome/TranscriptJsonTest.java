package dev.runbook.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.ExecCode;
import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Span;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TranscriptJsonTest {
    private static final OutcomeReader READER = new OutcomeReader(TranscriptJsonTest::code);

    private static Optional<DiagnosticCode> code(String id) {
        return Arrays.stream(ExecCode.values())
                .filter(c -> c.id().equals(id))
                .map(c -> (DiagnosticCode) c)
                .findFirst();
    }

    @Test
    void whatIsWrittenIsRead() throws JsonException {
        for (int seed = 0; seed < 2_000; seed++) {
            Transcript transcript = new OutcomeSamples(seed).transcript();

            assertEquals(transcript, TranscriptJson.read(TranscriptJson.write(transcript), READER), "seed " + seed);
        }
    }

    @Test
    void anOutputIsTextWhereItCanBe() {
        OutcomeWriter writer = OutcomeWriter.plain();

        assertEquals(Map.of("text", "日本語\n"), writer.output(Output.of("日本語\n")));
        assertEquals("{\"base64\":\"/w==\"}", Json.compact(writer.output(Output.of(new byte[] {-1}))));
        assertEquals(
                "{\"base64\":\"YQ==\",\"dropped\":3,\"tailBase64\":\"Yg==\"}",
                Json.compact(writer.output(Output.of(new byte[] {'a'}, 3, new byte[] {'b'}))));
    }

    @Test
    void messagesAreForReadersWithoutTheTexts() {
        Diagnostic why = Diagnostic.of(ExecCode.TIMED_OUT, Span.startOf("a.md"), "30s");

        assertTrue(String.valueOf(
                        OutcomeWriter.withMessages(Language.JA).diagnostic(why).get("message"))
                .contains("30s たっても"));
    }

    @Test
    void aLaterVersionIsRefusedAndNotMisread() {
        String later =
                TranscriptJson.write(new OutcomeSamples(1).transcript()).replace("\"version\" : 1", "\"version\" : 2");

        assertThrows(JsonException.class, () -> TranscriptJson.read(later, READER));
    }

    @Test
    void anUnknownCodeIsRefused() {
        String unknown = "{\"outcome\":\"errored\",\"why\":{\"code\":\"nonsense\",\"span\":{},\"arguments\":[]}}";

        assertThrows(JsonException.class, () -> READER.outcome(JsonObject.of(Json.read(unknown))));
    }
}
