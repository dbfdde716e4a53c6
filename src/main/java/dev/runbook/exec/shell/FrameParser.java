package dev.runbook.exec.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells what a block writes from what the shell's own driver says between: a frame is {@code NUL nonce payload NUL}. Takes
 * bytes cut anywhere. A NUL that no frame follows is the block's own.
 */
final class FrameParser {
    /** Takes the two apart, in order. */
    interface Handler {
        /** The array is reused. */
        void data(byte[] bytes, int offset, int length);

        void frame(String payload);
    }

    private final byte[] mark;
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
    /** How many bytes of {@link #mark} have been seen; all of them: inside a frame. */
    private int matched;

    FrameParser(String nonce) {
        this.mark = ("\0" + nonce).getBytes(StandardCharsets.US_ASCII);
    }

    void feed(byte[] bytes, int length, Handler handler) {
        int from = 0;
        int i = 0;
        while (i < length) {
            if (matched == mark.length) {
                i = frame(bytes, i, length, handler);
                from = i;
            } else if (bytes[i] == mark[matched]) {
                if (matched == 0) {
                    flush(bytes, from, i, handler);
                }
                matched++;
                i++;
                from = i;
            } else if (matched > 0) {
                // Not a frame after all. The mark begins with its only NUL, so no other match began inside it.
                handler.data(mark, 0, matched);
                matched = 0;
                from = i;
            } else {
                i++;
            }
        }
        if (matched == 0) {
            flush(bytes, from, length, handler);
        }
    }

    private int frame(byte[] bytes, int start, int length, Handler handler) {
        int end = start;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        payload.write(bytes, start, end - start);
        if (end == length) {
            return end;
        }
        String text = payload.toString(StandardCharsets.UTF_8);
        payload.reset();
        matched = 0;
        handler.frame(text);
        return end + 1;
    }

    private static void flush(byte[] bytes, int from, int to, Handler handler) {
        if (to > from) {
            handler.data(bytes, from, to - from);
        }
    }
}
