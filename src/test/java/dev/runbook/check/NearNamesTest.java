package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource({
        "pgbouncr, pgbouncer",
        "pgbounccer, pgbouncer",
        "pgbounecr, pgbouncer",
        "pgbaunser, -",
        "PgBouncer, pgbouncer",
        "ngix, nginx",
        "ab, -",
        "abd, abc",
        "手順書, 手順",
        "postgresq, postgresql",
    })
    void theNearestIsMeant(String word, String expected) {
        List<String> names = List.of("pgbouncer", "postgresql", "nginx", "abc", "手順");
        assertEquals(Optional.of(expected).filter(e -> !e.equals("-")), new NearNames(names).nearest(word));
    }
}
