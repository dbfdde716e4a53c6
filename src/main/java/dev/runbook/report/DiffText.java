package dev.runbook.report;

import dev.runbook.i18n.Messages;
import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Mismatch.Line;
import java.util.List;

/**
 * How an output differs, for a file: {@code -} what was expected, {@code +} what was written, a space before what is the
 * same, of which long stretches are folded.
 */
final class DiffText {
    /** Lines that stay beside a difference. */
    private static final int CONTEXT = 3;
    /** Lines that stay of a long difference, at its start and at its end. */
    private static final int SHOWN_START = 60;

    private static final int SHOWN_END = 20;

    private final Messages messages;

    DiffText(Messages messages) {
        this.messages = messages;
    }

    /** The diff's lines, each with its newline. */
    String of(Mismatch mismatch) {
        StringBuilder out = new StringBuilder();
        List<Line> lines = mismatch.lines();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            Kind kind = lines.get(at).kind();
            while (end < lines.size() && lines.get(end).kind() == kind) {
                end++;
            }
            boolean same = kind == Kind.MATCHED;
            int head = same ? (at == 0 ? 0 : CONTEXT) : SHOWN_START;
            int tail = same ? (end == lines.size() ? 0 : CONTEXT) : SHOWN_END;
            append(lines.subList(at, end), head, tail, out);
            at = end;
        }
        return out.toString();
    }

    private void append(List<Line> lines, int head, int tail, StringBuilder out) {
        int folded = lines.size() - head - tail;
        for (int i = 0; i < lines.size(); i++) {
            // To fold a single line would save nothing.
            if (folded > 1 && i == head) {
                out.append(messages.get("diff.fold", folded)).append('\n');
                i += folded - 1;
            } else {
                append(lines.get(i), out);
            }
        }
    }

    private void append(Line line, StringBuilder out) {
        char sign = switch (line.kind()) {
            case MATCHED -> ' ';
            case MISSING -> '-';
            case UNEXPECTED -> '+';
        };
        out.append(sign).append(SafeText.of(line.text())).append('\n');
        if (line.noNewline()) {
            out.append(messages.get("diff.no-newline")).append('\n');
        }
    }
}
