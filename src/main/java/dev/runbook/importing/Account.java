package dev.runbook.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each line of a memo went. None can be left out, and none can be put to two places. */
public final class Account {
    /** Why a line is in the report and in no page. */
    public enum Reason {
        BLANK,
        /** A line drawn, or a fence. */
        RULER,
        /** Too long for a page. */
        OVERLONG,
        /** {@code su}, {@code exit}: it says who runs what follows. */
        WHO
    }

    /** What became of a line. */
    public sealed interface Fate {}

    /**
     * It is in a page.
     *
     * @param file relative to the draft's folder
     * @param line the page's, from 1
     */
    public record Placed(String file, int line) implements Fate {}

    /** It is in the report. */
    public record Left(Reason reason) implements Fate {}

    private final @Nullable Fate[] fates;

    Account(int lines) {
        this.fates = new Fate[lines];
    }

    void place(int line, String file, int at) {
        set(line, new Placed(file, at));
    }

    void leave(int line, Reason reason) {
        set(line, new Left(reason));
    }

    private void set(int line, Fate fate) {
        if (fates[line - 1] != null) {
            throw new IllegalStateException("line " + line + " of the memo went to two places");
        }
        fates[line - 1] = fate;
    }

    /** The fates of all lines, from the first on. */
    List<Fate> closed() {
        List<Fate> all = new ArrayList<>(fates.length);
        for (int i = 0; i < fates.length; i++) {
            Fate fate = fates[i];
            if (fate == null) {
                throw new IllegalStateException("line " + (i + 1) + " of the memo went nowhere");
            }
            all.add(fate);
        }
        return all;
    }
}
