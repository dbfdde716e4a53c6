package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.runbook.exec.shell.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that runs in a container, its streams on one connection to the engine. */
final class ExecChannel implements Channel {
    /** Said of a program whose end nobody saw, since the container was gone. */
    private static final int KILLED = 137;

    private static final int ASKED_TIMES = 200;
    private static final int ASKED_EVERY_MILLIS = 5;

    private final DockerClient client;
    private final String exec;
    private final BytePipe input = new BytePipe();
    private final BytePipe output = new BytePipe();
    private final BytePipe errors = new BytePipe();
    private final Frames frames = new Frames();

    private ExecChannel(DockerClient client, String exec) {
        this.client = client;
        this.exec = exec;
    }

    /** Starts what was made ready. */
    static ExecChannel start(DockerClient client, String exec, boolean withInput) {
        ExecChannel channel = new ExecChannel(client, exec);
        var command = client.execStartCmd(exec).withDetach(false).withTty(false);
        if (withInput) {
            command.withStdIn(channel.input.reader);
        }
        command.exec(channel.frames);
        return channel;
    }

    @Override
    public OutputStream input() {
        return input.writer;
    }

    @Override
    public InputStream output() {
        return output.reader;
    }

    @Override
    public InputStream errors() {
        return errors.reader;
    }

    @Override
    public int waitFor() throws InterruptedException {
        int asked = 0;
        // What the program left in the background may keep its streams open; and they may end before the engine knows
        // of its end.
        while (asked < ASKED_TIMES) {
            if (frames.ended.await(ASKED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                asked++;
            }
            try {
                InspectExecResponse state = client.inspectExecCmd(exec).exec();
                Long status = state.getExitCodeLong();
                if (!Boolean.TRUE.equals(state.isRunning()) && status != null) {
                    return status.intValue();
                }
            } catch (RuntimeException e) {
                // The container is gone, or the engine: the library has an exception of its own for each.
                return KILLED;
            }
            TimeUnit.MILLISECONDS.sleep(ASKED_EVERY_MILLIS);
        }
        return KILLED;
    }

    @Override
    public void destroy() {
        frames.end();
        try {
            frames.close();
        } catch (IOException e) {
            // The connection is gone, as it should be.
        }
    }

    /** Sorts what comes into the two streams. Blocks the connection while a stream is full. */
    private final class Frames extends ResultCallback.Adapter<Frame> {
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void onNext(Frame frame) {
            OutputStream to = frame.getStreamType() == StreamType.STDERR ? errors.writer : output.writer;
            try {
                to.write(frame.getPayload());
            } catch (IOException e) {
                // Nobody reads it any more.
            }
        }

        @Override
        public void onError(Throwable thrown) {
            end();
            super.onError(thrown);
        }

        @Override
        public void onComplete() {
            end();
            super.onComplete();
        }

        private void end() {
            output.end();
            errors.end();
            input.end();
            ended.countDown();
        }
    }
}
