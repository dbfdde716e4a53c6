package dev.runbook.exec.shell;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A program that this process started itself. */
public final class ProcessChannel implements Channel {
    private final Process process;

    private ProcessChannel(Process process) {
        this.process = process;
    }

    /**
     * Starts a program with pipes.
     *
     * @throws BackendException {@link ExecCode#UNREACHABLE} if it is not there
     */
    public static ProcessChannel start(List<String> words) throws BackendException {
        try {
            return new ProcessChannel(new ProcessBuilder(words).start());
        } catch (IOException e) {
            throw new BackendException(ExecCode.UNREACHABLE, words.get(0), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream errors() {
        return process.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void destroy() {
        process.destroy();
    }
}
