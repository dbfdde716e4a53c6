package dev.runbook.site.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Bytes as a script. They are deflated and written two bytes a character in UTF-16 with its byte order mark: a browser
 * believes the mark before any header, and a script loads from a disk, where nothing else does. What UTF-16 cannot hold
 * alone begins with the bits 11011; so wherever 1101 comes, a 0 is put in behind it. A two-hundredth is lost to that, not a
 * third as with Base64. What a string in a script cannot hold stands behind a mark.
 */
final class Packed {
    /** Comes before a character that stands for another, and {@link #OTHER} is what they differ in. */
    private static final char MARK = '!';

    private static final int OTHER = 0x8000;

    /** A character's first four bits, behind which the fifth is a 0 that is not the content's. */
    private static final int STUFFED = 0b1101;

    private Packed() {}

    static byte[] withMark(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    /**
     * A statement that hands {@code content} over under {@code name}.
     *
     * @param content in parts, which are as unlike as page numbers and words and are deflated as blocks of their own
     * @param shared what the content may refer back to; empty for none
     */
    static String call(String name, List<byte[]> content, byte[] shared, String version) {
        return "runbookSearch.add(\"" + name + "\",\"" + characters(deflated(content, shared)) + "\",\"" + version
                + "\");\n";
    }

    private static byte[] deflated(List<byte[]> content, byte[] shared) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            if (shared.length > 0) {
                deflater.setDictionary(shared);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int i = 0; i < content.size(); i++) {
                boolean last = i == content.size() - 1;
                deflater.setInput(content.get(i));
                if (last) {
                    deflater.finish();
                }
                int count;
                do {
                    count = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                    out.write(buffer, 0, count);
                } while (last ? !deflater.finished() : count == buffer.length);
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** The first character is 1 where the last one holds a byte too many. */
    private static String characters(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length / 2 + bytes.length / 256 + 2);
        long size = 8L * bytes.length;
        text.append('0');
        long at = 0;
        while (at < size) {
            int c = sixteen(bytes, at);
            boolean stuffed = c >> 12 == STUFFED;
            if (stuffed) {
                c = (STUFFED << 12) | ((c >> 1) & 0x7FF);
            }
            at += stuffed ? 15 : 16;
            if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == MARK) {
                text.append(MARK).append((char) (c ^ OTHER));
            } else {
                text.append((char) c);
            }
        }
        if (at - size >= 8) {
            text.setCharAt(0, '1');
        }
        return text.toString();
    }

    /** Sixteen bits, with zeros behind the end. */
    private static int sixteen(byte[] bytes, long at) {
        int first = (int) (at / 8);
        int bits = 0;
        for (int i = first; i < first + 3; i++) {
            bits = (bits << 8) | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return (bits >> (8 - (int) (at % 8))) & 0xFFFF;
    }
}
