package dev.runbook.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runbook.exec.ExecCode;
import dev.runbook.i18n.Language;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.testing.Golden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultsJsonTest {
    private static final int RUNS = 300;
    private static final String TEXT = ResultsJson.write(ResultsSamples.all());

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ResultsJson.schema(), InputFormat.JSON);

    private static Optional<DiagnosticCode> code(String id) {
        return Stream.of(ExecCode.values())
                .<DiagnosticCode>map(c -> c)
                .filter(c -> c.id().equals(id))
                .findFirst();
    }

    private static Results read(String text) throws BadResults {
        return ResultsJson.read(text, ResultsJsonTest::code);
    }

    @Test
    void theFormIsStable() {
        new Golden("results").check("results.json", TEXT);
    }

    @Test
    void whatIsWrittenIsReadAgainAndFitsTheSchema() throws BadResults {
        for (long seed = 0; seed < RUNS; seed++) {
            Results results = new RandomResults(seed).results();
            String text = ResultsJson.write(results);

            assertEquals(results, read(text), text);
            List<Error> errors = schema.validate(text, InputFormat.JSON);
            assertEquals(List.of(), errors, text);
        }
        assertEquals(ResultsSamples.all(), read(TEXT));
        assertEquals(List.of(), schema.validate(TEXT, InputFormat.JSON));
    }

    @Test
    void theSchemaIsOneItself() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON);

        assertEquals(List.of(), meta.validate(ResultsJson.schema(), InputFormat.JSON));
        assertFalse(meta.validate("{\"type\": 1}", InputFormat.JSON).isEmpty());
    }

    /** The reader is not laxer than the schema. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"version\" : 1,|",
                "\"version\" : 1,|\"version\" : \"1\",",
                "\"version\" : 1,|\"version\" : 0,",
                "\"tool\" : \"1.2.3\",|",
                "\"line\" : 12|\"line\" : 0",
                "\"line\" : 12|\"line\" : 1.5",
                "\"label\" : \"stubbed\"|\"label\" : \"stale\"",
                "\"tries\" : 3|\"tries\" : -1",
                "\"durationMillis\" : 200|\"durationMillis\" : -1",
                "\"at\" : \"2026-03-01T02:03:16.005Z\"|\"at\" : \"yesterday\"",
                "\"tailBase64\"|\"tail\"",
                "\"base64\" : \"aGVhZAo=\"|\"base64\" : \"?\"",
                "\"standIn\" : true,|\"standIn\" : \"yes\",",
                "\"redis\" : \"7.2.1\"|\"redis\" : 7",
                "\"kind\" : \"missing\"|\"kind\" : \"lost\"",
                "\"arguments\" : [ ]|\"arguments\" : [ 1 ]",
            })
    void whatIsBrokenIsRefusedByReaderAndSchema(String whole, String broken) {
        String text = TEXT.replace(whole, broken == null ? "" : broken);
        assertNotEquals(TEXT, text);

        assertThrows(BadResults.class, () -> read(text));
        assertFalse(schema.validate(text, InputFormat.JSON).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"''", "'[]'", "'{\"version\":1'", "'null'", "'{\"version\":1,\"tool\":\"x\",\"runbooks\":[1]}'"})
    void whatIsNoResultsIsSaidToBeNone(String text) {
        Diagnostic problem = assertThrows(BadResults.class, () -> read(text)).in("a.json");

        assertEquals(ResultsCode.NOT_RESULTS, problem.code());
        assertEquals("a.json", problem.span().file());
    }

    @Test
    void theRunbookAndStepThatAreBrokenAreNamed() {
        String text = TEXT.replace("\"label\" : \"stubbed\"", "\"label\" : \"stale\"");

        String message =
                assertThrows(BadResults.class, () -> read(text)).in("a.json").message(Language.EN);

        assertTrue(message.endsWith("runbook database/pgbouncer: step cert#1: there is no label stale"), message);
    }

    @Test
    void aLaterFormIsRefusedAndSaysSo() {
        String text = TEXT.replace("\"version\" : 1,", "\"version\" : 2, \"what\": \"ever\",");

        Diagnostic problem = assertThrows(BadResults.class, () -> read(text)).in("a.json");

        assertEquals(ResultsCode.NEWER_RESULTS, problem.code());
        assertEquals("these results have form 2; this runbook knows form 1", problem.message(Language.EN));
    }

    @Test
    void keysThatAreNotKnownAreIgnored() throws BadResults {
        String text = TEXT.replace("\"step\" : ", "\"later\" : {\"x\": [1]}, \"step\" : ")
                .replace("\"tool\" : ", "\"more\" : null, \"tool\" : ");

        assertEquals(ResultsSamples.all(), read(text));
        assertEquals(List.of(), schema.validate(text, InputFormat.JSON));
    }

    @Test
    void aFindingOfAnotherVersionIsShownAndWrittenAsItWas() throws BadResults {
        String text = TEXT.replace("\"code\" : \"contact-lost\"", "\"code\" : \"from-the-future\"");

        Results results = read(text);
        Diagnostic error = results.runbooks().get(2).error().orElseThrow();

        assertTrue(error.message(Language.EN).endsWith("(from-the-future)"), error.message(Language.EN));
        assertTrue(error.message(Language.JA).contains("100% gone"), error.message(Language.JA));
        assertEquals(text, ResultsJson.write(results));
    }

    @Test
    void aRunbookIsThereOnce() {
        Results twice = new Results("x", List.of(ResultsSamples.passed(), ResultsSamples.passed()));

        assertThrows(BadResults.class, () -> read(ResultsJson.write(twice)));
    }

    @Test
    void ofPartsTheLaterResultCounts() {
        RunbookResult old = ResultsSamples.passed();
        RunbookResult young = new RunbookResult(
                old.id(),
                old.file(),
                "new",
                old.commit(),
                old.setting(),
                old.started().plusSeconds(1),
                old.duration(),
                old.steps(),
                old.error());
        Results one = new Results("x", List.of(young));
        Results other = new Results("x", List.of(old, ResultsSamples.failed()));

        Results merged = Results.merged("y", List.of(one, other));

        assertEquals(merged, Results.merged("y", List.of(other, one)));
        assertEquals(new Results("y", List.of(ResultsSamples.failed(), young)), merged);
    }
}
