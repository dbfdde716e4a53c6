package dev.runbook.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TitlePictureTest {
    private static final String NO_FONT = "no character any font has: \uFFFE";

    @Test
    void aPictureHasTheSizeThatPreviewsWant() throws IOException {
        BufferedImage image = image(TitlePicture.draw("Handbook", "Database", "What it is about", "example.org"));
        assertEquals(1200, image.getWidth());
        assertEquals(630, image.getHeight());
    }

    @Test
    void theSameTextsGiveTheSamePicture() {
        byte[] first =
                TitlePicture.draw("Handbook", "Database", "", "example.org").png();
        assertArrayEquals(
                first,
                TitlePicture.draw("Handbook", "Database", "", "example.org").png());
    }

    @Test
    void eachTextIsSeen() {
        needsFontFor("Aあ");
        Drawing drawing = TitlePicture.draw("手順書", "データベース", "復元", "example.org");
        assertTrue(drawing.complete());
        for (Drawing other : new Drawing[] {
            TitlePicture.draw("手順", "データベース", "復元", "example.org"),
            TitlePicture.draw("手順書", "データベ", "復元", "example.org"),
            TitlePicture.draw("手順書", "データベース", "", "example.org"),
            TitlePicture.draw("手順書", "データベース", "復元", "example.com")
        }) {
            assertFalse(Arrays.equals(drawing.png(), other.png()));
        }
    }

    @Test
    void aLongTitleStaysInsideThePicture() throws IOException {
        needsFontFor("Aあ");
        BufferedImage image = image(TitlePicture.draw("", "とても長い題名。".repeat(40), "", ""));
        int ground = image.getRGB(1199, 0);
        for (int y = 0; y < 630; y++) {
            for (int x = 1200 - 60; x < 1200; x++) {
                assertEquals(ground, image.getRGB(x, y), "at " + x + ", " + y);
            }
        }
        for (int x = 100; x < 1200; x++) {
            assertEquals(ground, image.getRGB(x, 560), "at " + x);
        }
    }

    @Test
    void withoutFontsThereIsAPictureWithoutWords() throws IOException {
        Drawing drawing = TitlePicture.draw(Fonts.none(), "Handbook", "Database", "", "example.org");
        assertFalse(drawing.complete());
        assertEquals(1200, image(drawing).getWidth());
    }

    @Test
    void noEmptyBoxIsDrawnForACharacterThatNoFontHas() {
        Drawing without = TitlePicture.draw("", "", "", "");
        Drawing drawing = TitlePicture.draw("", NO_FONT, "", "");
        assertFalse(drawing.complete());
        assertArrayEquals(without.png(), drawing.png());
    }

    private static void needsFontFor(String text) {
        boolean there = Fonts.installed().withAllOf(text, Font.PLAIN, 12).isPresent();
        if (System.getenv("CI") == null) {
            assumeTrue(there, "needs a font with Japanese characters");
        }
        assertTrue(there);
    }

    private static BufferedImage image(Drawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawing.png()));
    }
}
