package dev.runbook.site.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Bytes as a script. They are deflated and written fifteen bits a character in UTF-16 with its byte order mark: a browser
 * believes the mark before any header, and a script loads from a disk, where nothing else does. So a fifteenth is lost, not
 * a third as with Base64.
 */
final class Packed {
    private static final int BITS = 15;

    /** Where the characters begin: above quotes, backslashes and ends of lines, and all of them below surrogates. */
    private static final int FIRST = 0x100;

    private Packed() {}

    static byte[] withMark(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    /**
     * A statement that hands {@code content} over under {@code name}.
     *
     * @param shared what the content may refer back to; empty for none
     */
    static String call(String name, byte[] content, byte[] shared, String version) {
        return "runbookSearch.add(\"" + name + "\",\"" + characters(deflated(content, shared)) + "\",\"" + version
                + "\");\n";
    }

    private static byte[] deflated(byte[] content, byte[] shared) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            if (shared.length > 0) {
                deflater.setDictionary(shared);
            }
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 32);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Padded with zero bits; the first character says how many bytes the last ones lack. */
    private static String characters(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 8 / BITS + 2);
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | (b & 0xFF);
            bits += 8;
            if (bits >= BITS) {
                bits -= BITS;
                text.append((char) (FIRST + (held >> bits & 0x7FFF)));
                held &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            text.append((char) (FIRST + (held << (BITS - bits) & 0x7FFF)));
        }
        // The rest of the last character may hold one whole byte too many.
        int decoded = text.length() * BITS / 8;
        return text.insert(0, (char) (FIRST + decoded - bytes.length)).toString();
    }
}
