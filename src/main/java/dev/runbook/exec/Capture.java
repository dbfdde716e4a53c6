package dev.runbook.exec;

import dev.runbook.model.Expectation;
import dev.runbook.outcome.Output;
import dev.runbook.values.Masker;

/**
 * What one command writes: as it was for comparing, and without secrets for all else. The two can differ only where a secret
 * is, so that an expectation is never held against a mask.
 */
final class Capture implements OutputSink {
    /** The most that is compared with an expectation, in bytes: twice this is kept in memory. */
    static final int COMPARED = 8 << 20;

    /** How much of the beginning, and of the end, a record keeps, in bytes. */
    static final int RECORDED = 512 << 10;

    private final Expectation.Stream compared;
    private final Masker.Stream masked;
    private final Masker.Stream maskedStray;
    private final java.util.function.Consumer<byte[]> shown;
    private final Recorder raw = new Recorder(COMPARED);
    private final Recorder record = new Recorder(RECORDED);
    private final Recorder stray = new Recorder(RECORDED);

    /**
     * For one command.
     *
     * @param shown takes what may be shown, as it comes
     */
    Capture(Expectation.Stream compared, Masker masker, java.util.function.Consumer<byte[]> shown) {
        this.compared = compared;
        this.masked = masker.stream();
        this.maskedStray = masker.stream();
        this.shown = shown;
    }

    @Override
    public void accept(Stream stream, byte[] bytes, int offset, int length) {
        if (stream == Stream.STRAY) {
            byte[] masks = maskedStray.feed(bytes, offset, length);
            stray.add(masks, 0, masks.length);
            return;
        }
        boolean counts = switch (compared) {
            case BOTH -> true;
            case STDOUT -> stream == Stream.OUT;
            case STDERR -> stream == Stream.ERR;
        };
        if (counts) {
            raw.add(bytes, offset, length);
        }
        show(masked.feed(bytes, offset, length));
    }

    private void show(byte[] bytes) {
        if (bytes.length > 0) {
            record.add(bytes, 0, bytes.length);
            shown.accept(bytes);
        }
    }

    /** No more comes. */
    void end() {
        show(masked.flush());
        byte[] rest = maskedStray.flush();
        stray.add(rest, 0, rest.length);
    }

    /** For comparing alone: secrets are in it. */
    Output raw() {
        return raw.output();
    }

    Output recorded() {
        return record.output();
    }

    /** What background processes wrote before the command began. */
    Output stray() {
        return stray.output();
    }
}
