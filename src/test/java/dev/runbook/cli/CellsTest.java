package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellsTest {
    @ParameterizedTest
    @CsvSource({
        "手順書, 6, 手順書",
        "手順書, 5, 手順…",
        "手順書, 4, 手…",
        "手順書, 1, …",
        "abc, 3, abc",
        "abc, 2, a…",
        "𠮷野家, 5, 𠮷野…",
    })
    void cutsByCellsAndNeverThroughACharacter(String text, int width, String cut) {
        assertEquals(cut, Cells.cut(text, width));
    }

    @Test
    void fillsUpByCells() {
        assertEquals("手順  |", Cells.left("手順", 6) + "|");
        assertEquals("    12", Cells.right("12", 6));
        assertEquals("手順書", Cells.left("手順書", 2));
    }
}
