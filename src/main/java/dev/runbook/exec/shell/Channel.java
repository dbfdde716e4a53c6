package dev.runbook.exec.shell;

import java.io.InputStream;
import java.io.OutputStream;

/** A running program's streams. */
public interface Channel {
    /** The program's standard input; unbuffered, so that what is written is there at once. */
    OutputStream input();

    InputStream output();

    InputStream errors();

    /** Waits for its end, and gives its exit status; 128 + n where signal n ended it. */
    int waitFor() throws InterruptedException;

    /** Ends it as far as this side can; what it started there may go on. */
    void destroy();
}
