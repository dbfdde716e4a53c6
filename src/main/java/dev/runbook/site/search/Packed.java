package dev.runbook.site.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Bytes as a script. They are deflated and written two bytes a character in UTF-16 with its byte order mark: a browser
 * believes the mark before any header, and a script loads from a disk, where nothing else does. What a string in a script
 * or UTF-16 cannot hold stands behind a mark: so a thirtieth is lost, not a third as with Base64.
 */
final class Packed {
    /** Comes before a character that stands for another, and {@link #OTHER} is what they differ in. */
    private static final char MARK = '!';

    private static final int OTHER = 0x8000;

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
        StringBuilder text = new StringBuilder(bytes.length / 2 + bytes.length / 32 + 2);
        text.append((char) ('0' + bytes.length % 2));
        for (int i = 0; i < bytes.length; i += 2) {
            char c = (char) ((bytes[i] & 0xFF) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0));
            if (Character.isSurrogate(c) || c == '"' || c == '\\' || c == '\n' || c == '\r' || c == MARK) {
                text.append(MARK).append((char) (c ^ OTHER));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
