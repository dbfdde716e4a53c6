package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlaceholdersTest {
    private static final Values VALUES = new Values(Map.of("HOST", "a b", "EVIL", "${HOST} $1 \\0"), Set.of());

    @Test
    void fillsDeclaredParametersAndNothingElse() {
        assertEquals(
                "server a b; proxy $host $HOST ${host} ${OTHER} ${HOST:-x} ${ HOST} $a b",
                fill("server ${HOST}; proxy $host $HOST ${host} ${OTHER} ${HOST:-x} ${ HOST} $${HOST}"));
    }

    @Test
    void doesNotLookIntoValues() {
        assertEquals("${HOST} $1 \\0a b", fill("${EVIL}${HOST}"));
    }

    @Test
    void leavesWhatIsUnfinished() {
        assertEquals("${HOST", fill("${HOST"));
        assertEquals("${", fill("${"));
        assertEquals("${a b", fill("${${HOST}"));
        assertEquals("${1HOST}", fill("${1HOST}"));
    }

    @Test
    void fillsNothingThatIsNotDeclared() {
        assertEquals("${HOST}", Placeholders.fill("${HOST}", VALUES, Set.of("EVIL")));
    }

    private static String fill(String text) {
        return Placeholders.fill(text, VALUES, Set.of("HOST", "EVIL"));
    }
}
