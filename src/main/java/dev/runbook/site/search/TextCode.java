package dev.runbook.site.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The handbook's own encoding: its commonest characters a byte each, which kana and the usual kanji are, some thousand more
 * two bytes, all others three. In UTF-8 each is three, of which deflate makes much less, but not as little.
 *
 * <p>A byte of 0 comes before the two of a UTF-16 unit; one up to {@link #LEADS} leads another byte.
 */
final class TextCode {
    private static final int LEADS = 12;

    /** What a byte alone can stand for. */
    private static final int SINGLE = 255 - LEADS;

    private static final int MOST = SINGLE + LEADS * 256;

    private final String table;
    private final int[] places = new int[Character.MAX_VALUE + 1];

    private TextCode(String table) {
        this.table = table;
        for (int i = 0; i < table.length(); i++) {
            places[table.charAt(i)] = i + 1;
        }
    }

    static TextCode of(List<String> texts) {
        long[] counts = new long[Character.MAX_VALUE + 1];
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                counts[text.charAt(i)]++;
            }
        }
        List<Character> common = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0 && !Character.isSurrogate((char) c)) {
                common.add((char) c);
            }
        }
        common.sort(Comparator.comparingLong(c -> -counts[c]));
        StringBuilder table = new StringBuilder();
        common.stream().limit(MOST).forEach(table::append);
        return new TextCode(table.toString());
    }

    byte[] encoded(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 3 / 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int place = places[c] - 1;
            if (place < 0) {
                out.write(0);
                out.write(c >> 8);
                out.write(c);
            } else if (place < SINGLE) {
                out.write(LEADS + 1 + place);
            } else {
                out.write(1 + (place - SINGLE) / 256);
                out.write((place - SINGLE) % 256);
            }
        }
        return out.toByteArray();
    }

    /** The characters in their order, as UTF-8 after its length. */
    byte[] table() {
        byte[] utf8 = table.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + 3);
        IndexFiles.number(out, utf8.length);
        out.writeBytes(utf8);
        return out.toByteArray();
    }
}
