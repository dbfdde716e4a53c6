package dev.runbook.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** A run of {@code *}, {@code _} or {@code ~}, of which {@link Emphasis} makes emphasis, or text again. */
final class DelimiterRun extends Extra {
    private final char character;
    private final int originalLength;
    private final boolean canOpen;
    private final boolean canClose;

    /** How many of its characters are not yet used up. */
    int length;

    /** Its place among the runs of the same parent. */
    int index;

    @Nullable DelimiterRun previousRun;

    @Nullable DelimiterRun nextRun;

    DelimiterRun(BasedSequence chars, boolean canOpen, boolean canClose) {
        super(chars);
        this.character = chars.charAt(0);
        this.originalLength = chars.length();
        this.length = originalLength;
        this.canOpen = canOpen;
        this.canClose = canClose;
    }

    char character() {
        return character;
    }

    int originalLength() {
        return originalLength;
    }

    boolean canOpen() {
        return canOpen;
    }

    boolean canClose() {
        return canClose;
    }
}
