package dev.runbook.exec.shell;

import dev.runbook.exec.Command;
import dev.runbook.exec.Ended;
import dev.runbook.exec.OutputSink;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what a shell writes while one command runs, until the driver says that it has ended. */
final class CommandWait {
    private final ShellProcess shell;
    private final OutputSink sink;
    private final boolean separate;
    private @Nullable String begunAt;
    private boolean errorsBegun;
    private boolean ended;
    private boolean errorsEnded;
    private int closed;
    private boolean missing;
    private @Nullable String state;
    private String end = "";

    CommandWait(ShellProcess shell, boolean separate, OutputSink sink) {
        this.shell = shell;
        this.separate = separate;
        this.sink = sink;
    }

    /** Takes the next piece; waits at most {@code nanos}. */
    void step(long nanos) throws InterruptedException {
        Mailbox.Piece piece = shell.mailbox().poll(nanos);
        if (piece == null) {
            return;
        }
        if (piece.end()) {
            closed++;
        } else {
            FrameParser parser = shell.parser(piece.errors());
            parser.feed(piece.chunk().bytes, piece.chunk().length, piece.errors() ? new Errors() : new Out());
        }
    }

    /** When the command began, in seconds since the system's start; empty while the shell has not come to it. */
    Optional<String> begunAt() {
        return Optional.ofNullable(begunAt);
    }

    boolean done() {
        return (ended && (!separate || errorsEnded)) || closed();
    }

    /** Whether both streams have ended: the shell is gone. */
    boolean closed() {
        return closed == 2;
    }

    boolean missing() {
        return missing;
    }

    /** What the shell handed over when the block ended it. */
    @Nullable String state() {
        return state;
    }

    OptionalInt status() {
        return ended ? OptionalInt.of(Integer.parseInt(end.split(" ", 5)[1])) : OptionalInt.empty();
    }

    /** Where a failed script failed; empty if the shell did not notice a command that failed. */
    Optional<Ended.FailedAt> failedAt(Command command) {
        if (!ended || !(command.program() instanceof Command.Program.Shell)) {
            return Optional.empty();
        }
        String[] words = end.split(" ", 5);
        int line = Integer.parseInt(words[2]);
        if (line < 1 || words[1].equals("0")) {
            return Optional.empty();
        }
        return Optional.of(FailedLine.of(command.code(), line, words[3], words.length > 4 ? words[4] : ""));
    }

    private final class Out implements FrameParser.Handler {
        @Override
        public void data(byte[] bytes, int offset, int length) {
            OutputSink.Stream stream = begunAt != null ? OutputSink.Stream.OUT : OutputSink.Stream.STRAY;
            sink.accept(stream, bytes, offset, length);
        }

        @Override
        public void frame(String payload) {
            if (payload.startsWith("begin ")) {
                begunAt = payload.substring("begin ".length());
            } else if (payload.equals("missing")) {
                missing = true;
            } else if (payload.startsWith("state ")) {
                state = payload.substring("state ".length());
            } else if (payload.startsWith("end ")) {
                end = payload;
                ended = true;
            }
        }
    }

    private final class Errors implements FrameParser.Handler {
        @Override
        public void data(byte[] bytes, int offset, int length) {
            // Where the streams are one, this is what the driver itself makes bash say (set -x).
            if (separate && errorsBegun && !errorsEnded) {
                sink.accept(OutputSink.Stream.ERR, bytes, offset, length);
            }
        }

        @Override
        public void frame(String payload) {
            errorsBegun |= payload.equals("begin");
            errorsEnded |= payload.equals("end");
        }
    }
}
