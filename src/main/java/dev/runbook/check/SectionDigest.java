package dev.runbook.check;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.model.Block;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The version of a section's text that a translation translates. Two texts that differ only in how their lines are broken
 * have the same digest; the code of steps is left out, since it is compared itself.
 */
public final class SectionDigest {
    /** What a section without an id, that above the first heading, is called in {@code translates}. */
    public static final String TOP = ".";

    private static final int BYTES = 6;

    private SectionDigest() {}

    /** The section's name in {@code translates}. */
    public static String key(Section section) {
        return section.id().isEmpty() ? TOP : section.id();
    }

    /** The first 12 hexadecimal digits of a SHA-256. */
    public static String of(Section section) {
        StringBuilder text = new StringBuilder(section.title());
        for (Block block : section.blocks()) {
            text.append('\n').append(block.accept(TranslatedText.INSTANCE));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(collapsed(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** White space as one space, and as none between two wide characters. */
    private static String collapsed(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                space = !out.isEmpty();
                continue;
            }
            if (space && !(DisplayWidth.isWide(c) && DisplayWidth.isWide(out.charAt(out.length() - 1)))) {
                out.append(' ');
            }
            space = false;
            out.append(c);
        }
        return out.toString();
    }

    /** What of a block a translator has to look at. */
    private enum TranslatedText implements Block.Visitor<String> {
        INSTANCE;

        @Override
        public String prose(Prose prose) {
            return prose.markdown();
        }

        @Override
        public String listing(Listing listing) {
            return listing.code();
        }

        @Override
        public String step(Step step) {
            return step.isManual()
                    ? step.action().code()
                    : step.options().danger().orElse("");
        }
    }
}
