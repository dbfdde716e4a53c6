package dev.runbook.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> NAMES = List.of("timeout", "user", "exit", "exec", "interactive");

    @ParameterizedTest
    @CsvSource({
        "timout, timeout",
        "tiemout, timeout",
        "Timeout, timeout",
        "usr, user",
        "exce, exec",
        "interactve, interactive",
        "exiit, exit"
    })
    void findsWhatWasMeant(String word, String expected) {
        assertEquals(Optional.of(expected), Suggestions.closest(word, NAMES));
    }

    @ParameterizedTest
    @CsvSource({"retry", "xy", "ex", "colour", "u"})
    void offersNothingForOtherWords(String word) {
        assertEquals(Optional.empty(), Suggestions.closest(word, NAMES));
    }

    @Test
    void offersAllWhereNoneIsNear() {
        assertEquals("timeout, user, exit, exec, interactive", Suggestions.offer("colour", NAMES));
    }

    @Test
    void offersNoMoreThanAPersonReads() {
        String offer = Suggestions.offer("zzzz", Collections.nCopies(100, "aaaaaaaa"));
        assertEquals(20, offer.split("aaaaaaaa", -1).length - 1);
    }
}
