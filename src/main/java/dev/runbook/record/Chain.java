package dev.runbook.record;

import dev.runbook.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lines of one journal, each tied to the one before: {@code {"seq":…,"prev":…,…,"hash":…}}. {@code hash} is the SHA-256,
 * in hexadecimal, of the line's bytes as they are without it ({@code {"seq":…,"prev":…,…}}, no newline); {@code prev} is
 * the hash of the line before, of the first line 64 zeros. Bytes, so that nobody needs to agree on a canonical form.
 */
final class Chain {
    static final String START = "0".repeat(64);

    private static final byte[] BEFORE_HASH = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_HASH = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int SUFFIX = BEFORE_HASH.length + START.length() + AFTER_HASH.length;

    private final MessageDigest sha256 = sha256();
    private String last = START;
    private long count;

    /** The next line, with its newline. */
    byte[] next(Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seq", ++count);
        all.put("prev", last);
        all.putAll(fields);
        byte[] content = Json.compact(all).getBytes(StandardCharsets.UTF_8);
        last = hash(content, content.length);
        // The content's last brace makes room for the hash.
        byte[] line = Arrays.copyOf(content, content.length - 1 + SUFFIX + 1);
        int at = content.length - 1;
        System.arraycopy(BEFORE_HASH, 0, line, at, BEFORE_HASH.length);
        at += BEFORE_HASH.length;
        System.arraycopy(last.getBytes(StandardCharsets.US_ASCII), 0, line, at, last.length());
        at += last.length();
        System.arraycopy(AFTER_HASH, 0, line, at, AFTER_HASH.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** The hash that a line names, if it is that of its own content; else empty. The line is without its newline. */
    String hashOf(byte[] line) {
        int end = line.length - SUFFIX;
        if (end < 1 || !holds(line, end, BEFORE_HASH) || !holds(line, line.length - AFTER_HASH.length, AFTER_HASH)) {
            return "";
        }
        byte[] content = Arrays.copyOf(line, end + 1);
        content[end] = '}';
        String hash = hash(content, content.length);
        String named = new String(line, end + BEFORE_HASH.length, START.length(), StandardCharsets.US_ASCII);
        return hash.equals(named) ? hash : "";
    }

    private static boolean holds(byte[] line, int at, byte[] part) {
        return Arrays.equals(line, at, at + part.length, part, 0, part.length);
    }

    private String hash(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
