package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputCleanerTest {
    private static final String ESC = "\u001b";

    private static String clean(boolean colour, boolean live, String... parts) {
        OutputCleaner cleaner = new OutputCleaner(colour, live);
        StringBuilder out = new StringBuilder();
        for (String part : parts) {
            out.append(cleaner.clean(part.getBytes(StandardCharsets.UTF_8)));
        }
        return out.append(cleaner.end()).toString();
    }

    @Test
    void coloursStayWhereTheyAreWantedAndEndWithTheOutput() {
        String red = ESC + "[1;31mred";

        assertEquals(red + ESC + "[0m", clean(true, true, red));
        assertEquals("red", clean(false, true, red));
        assertEquals("a" + ESC + "[38;5;8mb" + ESC + "[0m", clean(true, true, "a" + ESC + "[38;5;8mb"));
    }

    @ParameterizedTest
    @CsvSource({"8", "1;8", "08", "8;1"})
    void concealedTextIsShown(String parameters) {
        assertEquals("secret", clean(true, true, ESC + "[" + parameters + "msecret"));
    }

    @ParameterizedTest
    @CsvSource({
        "[2J, ^[[2J",
        "[10;10H, ^[[10;10H",
        "]0;title\u0007x, ^[]0;title^Gx",
        "c, ^[c",
        "[?1049h, ''",
        "[?25l, ''",
        "(B, ''",
        "[31, ^[[31",
        "P1;2|x, ^[P1;2|x",
        "[1\u0001x, ^[[1^Ax"
    })
    void nothingCanDriveTheTerminal(String sequence, String shown) {
        assertEquals(shown, clean(true, true, ESC + sequence));
    }

    @Test
    void directionMarksAndControlsCannotDeceive() {
        assertEquals("a\uFFFDb^H^?\tc\uFFFD", clean(false, true, "a\u202Eb\b\u007f\tc\u009b"));
    }

    @Test
    void carriageReturnsGoBackInTheirLineOrLeaveItsLastState() {
        String bar = "10%\r20%\r100%\r\ndone\r\n";

        assertEquals("10%\r20%\r100%\ndone\n", clean(false, true, bar));
        assertEquals("100%\ndone\n", clean(false, false, bar));
        assertEquals("\n10%\n\n", clean(false, false, "\n10%\r\n\r\n"));
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() {
        OutputCleaner cleaner = new OutputCleaner(false, true);

        String shown = cleaner.clean(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xE3, (byte) 0x81}) + cleaner.end();

        assertEquals("a\uFFFDb\uFFFD", shown);
    }

    @Test
    void cutAnywhereItShowsTheSame() {
        String text = "日本語 " + ESC + "[32m緑" + ESC + "[0m\r\n\u00e9\r10%\r\r\n" + ESC + "[2J終わり🍣" + ESC;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String whole = clean(true, true, text);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            OutputCleaner cleaner = new OutputCleaner(true, true);
            StringBuilder out = new StringBuilder();
            int at = 0;
            while (at < bytes.length) {
                int next = Math.min(bytes.length, at + 1 + random.nextInt(7));
                out.append(cleaner.clean(java.util.Arrays.copyOfRange(bytes, at, next)));
                at = next;
            }
            assertEquals(whole, out.append(cleaner.end()).toString());
        }
    }

    @Test
    void noiseGivesNoEscapeButColoursAndErasedLines() {
        Random random = new Random(2);
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i += 3) {
            noise[i] = 27;
            noise[Math.min(i + 1, noise.length - 1)] = '[';
        }
        OutputCleaner cleaner = new OutputCleaner(true, true);

        String shown = cleaner.clean(noise) + cleaner.end();

        assertFalse(shown.replaceAll("\u001b\\[[0-9;:]*[mK]", "").contains(ESC));
    }
}
