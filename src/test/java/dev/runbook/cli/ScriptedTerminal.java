package dev.runbook.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal at which each question is answered as it is asked; without further answers its input ends, as by Ctrl-D. */
final class ScriptedTerminal implements AutoCloseable {
    private static final String PROMPT = "▸ ";
    private static final long GIVE_UP_MS = 5_000;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Deque<String> answers;
    private final Deque<Integer> pending = new ArrayDeque<>();
    private final Terminal terminal;
    /** Where the question stands that was answered last. */
    private int answered = -1;

    ScriptedTerminal(List<String> answers) throws IOException {
        this.answers = new ArrayDeque<>(answers);
        this.terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new Answers(), output())
                .type("dumb")
                .encoding(StandardCharsets.UTF_8)
                .build();
    }

    Terminal terminal() {
        return terminal;
    }

    /** What it shows; may be written to beside the terminal, as a process writes to its standard output. */
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                synchronized (screen) {
                    screen.write(bytes, offset, length);
                    screen.notifyAll();
                }
            }
        };
    }

    /** All that was shown, with what was typed. */
    String text() {
        synchronized (screen) {
            return screen.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    private final class Answers extends InputStream {
        @Override
        public int read() throws IOException {
            synchronized (screen) {
                if (pending.isEmpty() && !nextAnswer()) {
                    return -1;
                }
                return pending.remove();
            }
        }

        /** One byte at a time: what is not asked for yet is not typed yet. */
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int b = read();
            if (b < 0) {
                return -1;
            }
            bytes[offset] = (byte) b;
            return 1;
        }

        private boolean isAsked() {
            int question = text().lastIndexOf(PROMPT);
            return question > answered && text().indexOf('\n', question) < 0;
        }

        private boolean nextAnswer() throws IOException {
            long until = System.currentTimeMillis() + GIVE_UP_MS;
            while (!isAsked()) {
                long left = until - System.currentTimeMillis();
                if (left <= 0) {
                    throw new IOException("no question came");
                }
                try {
                    screen.wait(left);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            answered = text().lastIndexOf(PROMPT);
            String answer = answers.poll();
            if (answer == null) {
                return false;
            }
            for (byte b : answer.getBytes(StandardCharsets.UTF_8)) {
                pending.add(b & 0xFF);
            }
            return true;
        }
    }
}
