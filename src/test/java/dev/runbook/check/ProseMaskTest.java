package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "a `b` c                   | a === c",
                "``a`b`` c                 | ======= c",
                "`a                        | =a",
                "[文](b c) d               | [文]_____ d",
                "[文](b(c)d)e              | [文]_______e",
                "![絵](a.png)              | ![絵]_______",
                "<b>太</b> 1 < 2           | ___太____ 1 < 2",
                "https://a.example/b。次   | ___________________。次",
                "\\*a                      | __a",
                "[a]: http://b/。          | [a_____________",
            })
    void blanksOutWhatIsNoText(String markdown, String expected) {
        assertEquals(expected, ProseMask.of(markdown).replace('\0', '_').replace(ProseMask.CODE, '='));
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "``a", "<a", "](", "](a", "http://"})
    void hostileTextEndsSoon(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ProseMask.of(part.repeat(100_000)));
    }
}
