package dev.runbook.cli;

import dev.runbook.i18n.Messages;
import dev.runbook.source.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** For {@code --verbose}: one line as each phase begins. */
final class ProgressLog implements Progress {
    private final PrintStream err;
    private final Messages texts;

    ProgressLog(PrintStream err, Messages texts) {
        this.err = err;
        this.texts = texts;
    }

    @Override
    public void begin(Phase phase, int total) {
        String what = texts.get("progress." + phase.name().toLowerCase(Locale.ROOT));
        err.println(texts.get("progress.begin", what, total));
    }

    @Override
    public void advance() {}
}
