package dev.runbook.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A title in large letters with what belongs to it around: 1200 by 630 pixels, as link previews want it. */
public final class TitlePicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 90;
    private static final int BAR = 18;
    private static final int MOST_LINES = 3;
    private static final Color GROUND = new Color(0x14171C);
    private static final Color ACCENT = new Color(0xA9B5FF);
    private static final Color TEXT = new Color(0xFFFFFF);
    private static final Color MUTED = new Color(0xA0AAB6);

    private final Fonts fonts;
    private final Graphics2D graphics;
    private boolean complete = true;

    private TitlePicture(Fonts fonts, Graphics2D graphics) {
        this.fonts = fonts;
        this.graphics = graphics;
    }

    /**
     * Draws a picture. A text is left out where no font of this machine has all its characters: a picture without words is
     * better than one full of empty boxes. The same machine draws the same picture.
     *
     * @param above a smaller line above the title; may be empty, as may those below
     */
    public static Drawing draw(String above, String title, String below, String foot) {
        return draw(Fonts.installed(), above, title, below, foot);
    }

    static Drawing draw(Fonts fonts, String above, String title, String below, String foot) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            TitlePicture picture = new TitlePicture(fonts, graphics);
            picture.compose(above, title, below, foot);
            return new Drawing(png(image), picture.complete);
        } finally {
            graphics.dispose();
        }
    }

    private void compose(String above, String title, String below, String foot) {
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ACCENT);
        graphics.fillRect(0, 0, BAR, HEIGHT);
        float y = MARGIN;
        y = text(above, Font.PLAIN, 34, MUTED, y, 1) + 26;
        y = text(title, Font.BOLD, 76, TEXT, y, MOST_LINES) + 26;
        text(below, Font.PLAIN, 34, MUTED, y, 2);
        text(foot, Font.PLAIN, 28, ACCENT, HEIGHT - MARGIN - 20f, 1);
    }

    /** Draws lines from {@code top} on; the place below them. */
    private float text(String text, int style, int size, Color colour, float top, int most) {
        if (text.isBlank()) {
            return top;
        }
        Optional<Font> font = fonts.withAllOf(text + "…", style, size);
        if (font.isEmpty()) {
            complete = false;
            return top;
        }
        graphics.setColor(colour);
        float y = top;
        for (TextLayout line : lines(text, font.get(), most)) {
            y += line.getAscent();
            line.draw(graphics, MARGIN, y);
            y += line.getDescent() + line.getLeading() + size * 0.12f;
        }
        return y;
    }

    /** Broken as the language breaks lines; what does not fit into the last one is left out, and said to be. */
    private List<TextLayout> lines(String text, Font font, int most) {
        FontRenderContext context = graphics.getFontRenderContext();
        float width = WIDTH - 2f * MARGIN;
        LineBreakMeasurer measurer = measurer(text, font, context);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int start = measurer.getPosition();
            if (lines.size() == most - 1 && measurer.nextOffset(width) < text.length()) {
                float room = width - new TextLayout("…", font, context).getAdvance();
                String rest = text.substring(start, Math.max(start + 1, measurer.nextOffset(room)));
                lines.add(new TextLayout(rest.stripTrailing() + "…", font, context));
                return lines;
            }
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    private static LineBreakMeasurer measurer(String text, Font font, FontRenderContext context) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        return new LineBreakMeasurer(attributed.getIterator(), BreakIterator.getLineInstance(Locale.ROOT), context);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not through a file in the temporary folder, as ImageIO would by itself.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
