package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.model.Parameter;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import dev.runbook.values.GivenValue.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResolverTest {
    private static final Parameter SIZE = parameter("POOL_SIZE", "20", "[0-9]+", false, 4);
    private static final Parameter NAME = parameter("DB_NAME", "", "", false, 5);
    private static final Parameter PASSWORD = parameter("DB_PASSWORD", "", "", true, 6);

    @Test
    void takesTheStrongestSourceAndTheLastOfIt() {
        Parsed<Values> values = resolve(
                List.of(SIZE),
                Asker.NOBODY,
                given("POOL_SIZE", "4", Source.ENVIRONMENT),
                given("POOL_SIZE", "3", Source.PARAMS_FILE),
                given("POOL_SIZE", "1", Source.ARGUMENT),
                given("POOL_SIZE", "2", Source.ARGUMENT));
        assertEquals(Map.of("POOL_SIZE", "2"), values.value().all());
        assertEquals(List.of(), values.diagnostics());
        assertEquals(
                Map.of("POOL_SIZE", "3"),
                resolve(
                                List.of(SIZE),
                                Asker.NOBODY,
                                given("POOL_SIZE", "4", Source.ENVIRONMENT),
                                given("POOL_SIZE", "3", Source.PARAMS_FILE))
                        .value()
                        .all());
        assertEquals(
                Map.of("POOL_SIZE", "20"),
                resolve(List.of(SIZE), Asker.NOBODY).value().all());
    }

    @Test
    void saysAllThatIsMissingAtOnce() {
        Parsed<Values> values = resolve(List.of(SIZE, NAME, PASSWORD), Asker.NOBODY);
        assertEquals(List.of("missing-value DB_NAME", "missing-secret DB_PASSWORD"), said(values));
        assertEquals(5, values.diagnostics().get(0).span().startLine());
    }

    @Test
    void asksUntilTheAnswerHolds() {
        Iterator<String> answers = List.of("many", "1\0", "7").iterator();
        List<String> reasons = new ArrayList<>();
        Parsed<Values> values = resolve(List.of(parameter("N", "", "[0-9]+", false, 2)), (parameter, refused) -> {
            reasons.add(refused.map(d -> d.code().id()).orElse("-"));
            return Optional.of(answers.next());
        });
        assertEquals(Map.of("N", "7"), values.value().all());
        assertEquals(List.of("-", "value-against-pattern", "value-with-nul"), reasons);
    }

    @Test
    void asksNobodyWhileSomethingElseIsWrong() {
        Parsed<Values> values = resolve(
                List.of(NAME, SIZE),
                (parameter, refused) -> {
                    throw new AssertionError("asked for " + parameter.name());
                },
                given("POOL_SIZ", "1", Source.ARGUMENT));
        assertEquals(List.of("unknown-value POOL_SIZ POOL_SIZE", "missing-value DB_NAME"), said(values));
    }

    @Test
    void refusesASecretAsArgument() {
        Parsed<Values> values = resolve(List.of(PASSWORD), Asker.NOBODY, given("DB_PASSWORD", "x", Source.ARGUMENT));
        assertEquals(List.of("secret-as-argument DB_PASSWORD"), said(values));
        Parsed<Values> fetched =
                resolve(List.of(PASSWORD), Asker.NOBODY, given("DB_PASSWORD", "x", Source.ENVIRONMENT));
        assertEquals(Set.of("DB_PASSWORD"), fetched.value().secrets());
        assertEquals(Map.of(), fetched.value().shown());
        assertFalse(fetched.hasErrors());
    }

    @Test
    void checksTheWholeValueAndNeverSaysIt() {
        Parsed<Values> values = resolve(
                List.of(parameter("KEY", "", "[a-z]+", true, 2)),
                Asker.NOBODY,
                given("KEY", "abc\nDEF", Source.SECRET_SOURCE));
        assertEquals(List.of("value-against-pattern KEY [a-z]+ there"), said(values));
    }

    @Test
    void givesUpOnAPatternThatGoesBackAndForth() {
        Parameter slow = parameter("X", "", "(.*)(.*)(.*)(.*)(.*)(.*)b", false, 2);
        String value = "a".repeat(100);
        assertEquals(
                List.of("pattern-too-costly X (.*)(.*)(.*)(.*)(.*)(.*)b there"),
                said(resolve(List.of(slow), Asker.NOBODY, given("X", value, Source.ARGUMENT))));
        Parameter deep = parameter("X", "", "(a|b)*", false, 2);
        assertEquals(
                List.of("pattern-too-costly X (a|b)* there"),
                said(resolve(List.of(deep), Asker.NOBODY, given("X", "a".repeat(1_000_000), Source.ARGUMENT))));
        Parameter fine = parameter("X", "", "[a-z]*", false, 2);
        assertEquals(
                List.of(),
                said(resolve(List.of(fine), Asker.NOBODY, given("X", "a".repeat(1_000_000), Source.ARGUMENT))));
    }

    @Test
    void refusesNul() {
        assertEquals(
                List.of("value-with-nul DB_NAME there"),
                said(resolve(List.of(NAME), Asker.NOBODY, given("DB_NAME", "a\0b", Source.SECRET_SOURCE))));
    }

    @Test
    void warnsOfAVariableForNoParameter() {
        Parsed<Values> values = resolve(List.of(SIZE), Asker.NOBODY, given("POOL_SICE", "1", Source.ENVIRONMENT));
        assertEquals(List.of("unknown-variable POOL_SICE POOL_SIZE"), said(values));
        assertFalse(values.hasErrors());
        assertEquals(List.of(), said(resolve(List.of(), Asker.NOBODY, given("A", "1", Source.ENVIRONMENT))));
        Parsed<Values> none = resolve(List.of(), Asker.NOBODY, given("A", "1", Source.ARGUMENT));
        assertEquals(List.of("no-parameters A"), said(none));
        assertTrue(none.hasErrors());
    }

    @Test
    void keepsValuesOutOfLogs() {
        assertEquals("A from there", given("A", "secret", Source.ARGUMENT).toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachCodeHasATextAndAHintAndThereIsNoOther(Language language) {
        Set<String> expected = Arrays.stream(ValueCode.values())
                .map(DiagnosticCode::id)
                .flatMap(id -> Stream.of(id, id + ".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, ValueCode.MISSING_VALUE.messages(language).keys());
    }

    private static Parsed<Values> resolve(List<Parameter> parameters, Asker asker, GivenValue... given) {
        return Resolver.resolve("db/pool.md", parameters, List.of(given), asker);
    }

    private static List<String> said(Parsed<Values> values) {
        return values.diagnostics().stream().map(ResolverTest::said).toList();
    }

    private static String said(Diagnostic problem) {
        return problem.code().id() + " " + String.join(" ", problem.arguments());
    }

    private static GivenValue given(String name, String value, Source source) {
        return new GivenValue(name, value, source, "there", Optional.empty());
    }

    private static Parameter parameter(String name, String value, String pattern, boolean secret, int line) {
        return new Parameter(
                name,
                Optional.empty(),
                Optional.of(value).filter(v -> !v.isEmpty()),
                Optional.of(pattern).filter(p -> !p.isEmpty()),
                secret,
                new Span("db/pool.md", line, 3, line, 8));
    }
}
