package dev.runbook.record;

import dev.runbook.json.Json;
import dev.runbook.json.JsonException;
import dev.runbook.json.JsonObject;
import dev.runbook.outcome.OutcomeReader;
import dev.runbook.source.DiagnosticCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a journal as far as it goes, whatever became of it: it may be cut off anywhere, or changed. */
public final class RunReader {
    private final Chain chain = new Chain();
    private final EventReader reader;
    private final List<RecordedEvent> events = new ArrayList<>();
    private @Nullable RunHeader header;
    private String last = Chain.START;
    private int lines;
    private int broken;
    private Instant at = Instant.EPOCH;

    private RunReader(Function<String, Optional<DiagnosticCode>> codes) {
        this.reader = new EventReader(new OutcomeReader(codes));
    }

    /**
     * Reads a journal.
     *
     * @param id of the run that the journal is said to be of
     * @param codes the kind of diagnostic that an id stands for
     */
    public static RecordedRun read(String id, byte[] journal, Function<String, Optional<DiagnosticCode>> codes) {
        return new RunReader(codes).read(id, journal);
    }

    private RecordedRun read(String id, byte[] journal) {
        int start = 0;
        boolean torn = false;
        while (start < journal.length) {
            int end = start;
            while (end < journal.length && journal[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(journal, start, end);
            if (end == journal.length || (holdsNul(line) && isLost(journal, end + 1))) {
                torn = true;
                break;
            }
            line(id, line);
            start = end + 1;
        }
        OptionalInt brokenLine = broken == 0 ? OptionalInt.empty() : OptionalInt.of(broken);
        String seal = lines == 0 ? "" : last;
        return new RecordedRun(id, Optional.ofNullable(header), events, new Integrity(lines, brokenLine, torn, seal));
    }

    private void line(String id, byte[] line) {
        lines++;
        String hash = chain.hashOf(line);
        try {
            JsonObject fields = JsonObject.of(Json.read(new String(line, StandardCharsets.UTF_8)));
            boolean continues = !hash.isEmpty()
                    && fields.text("prev").equals(last)
                    && fields.number("seq") == lines
                    && (lines > 1 || fields.text("run").equals(id));
            if (!continues) {
                breaksHere();
            }
            last = fields.text("hash");
            at = OutcomeReader.instant(fields, "at");
            if (lines == 1) {
                header = reader.header(fields);
            } else {
                events.add(reader.event(fields));
            }
        } catch (JsonException e) {
            if (hash.isEmpty()) {
                breaksHere();
            }
            events.add(new RecordedEvent.Unknown(at, lines, String.valueOf(e.getMessage())));
        }
    }

    private void breaksHere() {
        if (broken == 0) {
            broken = lines;
        }
    }

    /** A power cut can leave a file that has its length, and zeros where the bytes should be. A line never holds one. */
    private static boolean holdsNul(byte[] line) {
        for (byte b : line) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether no line from here on is one that was written: then nothing here was on the disk, and so never shown. */
    private boolean isLost(byte[] journal, int from) {
        int start = from;
        for (int i = from; i < journal.length; i++) {
            if (journal[i] == '\n') {
                if (!chain.hashOf(Arrays.copyOfRange(journal, start, i)).isEmpty()) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }
}
