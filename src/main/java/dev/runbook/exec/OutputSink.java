package dev.runbook.exec;

/** Takes what a command writes, as it comes. */
@FunctionalInterface
public interface OutputSink {
    /** Which stream bytes came from. */
    enum Stream {
        /** Standard output; both where they are not separated. */
        OUT,
        ERR,
        /** Written by what an earlier command left in the background, before this one began. */
        STRAY
    }

    /** Bytes as they came, cut anywhere; the array is the caller's and is reused. */
    void accept(Stream stream, byte[] bytes, int offset, int length);
}
