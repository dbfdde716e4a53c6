package dev.runbook.outcome;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a command wrote, up to a limit: its beginning and its end, and how much was dropped between them. Bytes: a command
 * may write anything.
 */
public final class Output {
    public static final Output EMPTY = new Output(new byte[0], 0, new byte[0]);

    private final byte[] head;
    private final long dropped;
    private final byte[] tail;

    private Output(byte[] head, long dropped, byte[] tail) {
        this.head = head;
        this.dropped = dropped;
        this.tail = tail;
    }

    /** A whole output. */
    public static Output of(byte[] bytes) {
        return new Output(bytes.clone(), 0, new byte[0]);
    }

    /** A whole output, as UTF-8. */
    public static Output of(String text) {
        return new Output(text.getBytes(StandardCharsets.UTF_8), 0, new byte[0]);
    }

    /**
     * An output of which a part was not kept.
     *
     * @param dropped how many bytes between the two
     */
    public static Output of(byte[] head, long dropped, byte[] tail) {
        return new Output(head.clone(), dropped, tail.clone());
    }

    /** Outputs one behind the other. Where several miss a part, all between the first and the last of these is dropped. */
    public static Output joined(List<Output> outputs) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        long dropped = 0;
        for (Output output : outputs) {
            if (dropped == 0) {
                head.writeBytes(output.head);
                tail.writeBytes(output.tail);
            } else if (output.isWhole()) {
                tail.writeBytes(output.head);
            } else {
                dropped += tail.size() + output.head.length;
                tail.reset();
                tail.writeBytes(output.tail);
            }
            dropped += output.dropped;
        }
        return new Output(head.toByteArray(), dropped, tail.toByteArray());
    }

    /** The bytes kept from the start. */
    public byte[] head() {
        return head.clone();
    }

    /** The bytes kept from the end; empty unless something was dropped. */
    public byte[] tail() {
        return tail.clone();
    }

    /** How many bytes between head and tail were not kept. */
    public long dropped() {
        return dropped;
    }

    /** How many bytes were written in all. */
    public long size() {
        return head.length + dropped + tail.length;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean isWhole() {
        return dropped == 0;
    }

    /** All bytes kept. */
    public byte[] bytes() {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    /** The bytes kept as UTF-8; what is not UTF-8 as U+FFFD. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Whether the output is whole and valid UTF-8 without NUL. */
    public boolean isText() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes()));
        } catch (CharacterCodingException e) {
            return false;
        }
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
        }
        return dropped == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Output that
                && dropped == that.dropped
                && Arrays.equals(head, that.head)
                && Arrays.equals(tail, that.tail);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(head) * 31 + Arrays.hashCode(tail);
    }

    @Override
    public String toString() {
        return text();
    }
}
