package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.outcome.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that something happened to. */
final class RunReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private byte[] journal = new byte[0];

    @BeforeEach
    void journal() throws IOException {
        RunStore store = new RunStore(folder.resolve("state"));
        Plan plan = Samples.plan(Samples.MARKDOWN);
        try (Journal written = store.begin(Samples.header("r"), new ExecutionListener() {})) {
            written.planned(plan);
            for (PlannedStep step : plan.steps()) {
                Samples.pass(written, step);
            }
            written.ended(Samples.ended(Transcript.End.COMPLETED));
        }
        journal = Files.readAllBytes(store.journal("r"));
    }

    private static RecordedRun read(byte[] bytes) {
        return RunReader.read("r", bytes, Samples::code);
    }

    @Test
    void cutAtEveryByteItLosesNoWholeLine() {
        int whole = 0;
        for (int length = 0; length <= journal.length; length++) {
            if (length > 0 && journal[length - 1] == '\n') {
                whole++;
            }
            RecordedRun run = read(Arrays.copyOf(journal, length));

            assertEquals(whole, run.integrity().lines(), "cut at " + length);
            assertEquals(Math.max(0, whole - 1), run.events().size(), "cut at " + length);
            assertTrue(run.integrity().intact(), "cut at " + length);
            assertEquals(
                    length > 0 && journal[length - 1] != '\n', run.integrity().torn(), "cut at " + length);
            assertEquals(whole > 0, run.header().isPresent(), "cut at " + length);
        }
        assertEquals(Optional.of(Transcript.End.COMPLETED), read(journal).end());
    }

    @Test
    void zerosInPlaceOfTheLastBytesAreATornTail() {
        List<byte[]> lines = lines();
        int last = lines.get(lines.size() - 1).length;
        for (int zeros : List.of(1, last / 2, last, last + 10)) {
            byte[] bytes = journal.clone();
            Arrays.fill(bytes, bytes.length - zeros, bytes.length, (byte) 0);

            Integrity integrity = read(bytes).integrity();

            assertTrue(integrity.torn() && integrity.intact(), zeros + " " + integrity);
        }
    }

    @Test
    void zerosBeforeALineThatWasWrittenAreDamage() {
        List<byte[]> lines = lines();
        Arrays.fill(lines.get(3), 10, 20, (byte) 0);

        assertEquals(OptionalInt.of(4), read(join(lines)).integrity().brokenLine());
    }

    @Test
    void aChangeOfAnyByteOfALineIsNoticedThere() {
        int line = 1;
        for (int at = 0; at < journal.length; at++) {
            if (journal[at] != '\n') {
                byte[] bytes = journal.clone();
                bytes[at] ^= 1;

                assertEquals(OptionalInt.of(line), read(bytes).integrity().brokenLine(), "byte " + at);
            } else {
                line++;
            }
        }
    }

    @Test
    void aLineTakenOutPutInOrMovedIsNoticedThere() {
        int count = lines().size();
        for (int i = 0; i < count - 1; i++) {
            List<byte[]> without = lines();
            without.remove(i);
            assertEquals(
                    OptionalInt.of(i + 1), read(join(without)).integrity().brokenLine(), "without line " + (i + 1));

            List<byte[]> twice = lines();
            twice.add(i, twice.get(i));
            assertEquals(OptionalInt.of(i + 2), read(join(twice)).integrity().brokenLine(), "line twice " + (i + 1));

            List<byte[]> swapped = lines();
            swapped.add(i, swapped.remove(i + 1));
            assertEquals(OptionalInt.of(i + 1), read(join(swapped)).integrity().brokenLine(), "swapped " + (i + 1));
        }
    }

    /** Who changes a line and computes its hash anew is found out at the next one. */
    @Test
    void aForgedLineIsNoticedAtTheNext() {
        List<byte[]> lines = lines();
        for (int i = 1; i < lines.size() - 1; i++) {
            List<byte[]> forged = lines();
            String text = new String(forged.get(i), StandardCharsets.UTF_8);
            String prev = text.replaceFirst(".*\"prev\":\"([0-9a-f]+)\".*", "$1");
            forged.set(i, forge(i + 1, prev));

            assertEquals(OptionalInt.of(i + 2), read(join(forged)).integrity().brokenLine(), "forged " + (i + 1));
        }
    }

    private static byte[] forge(int seq, String prev) {
        String content = "{\"seq\":" + seq + ",\"prev\":\"" + prev
                + "\",\"at\":\"2026-11-24T15:12:03Z\",\"event\":\"ended\",\"end\":\"completed\"}";
        String hash = sha256(content);
        return (content.substring(0, content.length() - 1) + ",\"hash\":\"" + hash + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The hash as the format's description says it: for who checks a journal with other tools. */
    private static String sha256(String text) {
        try {
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void linesCutOffAsAWholeChangeTheSeal() {
        List<byte[]> lines = lines();
        lines.remove(lines.size() - 1);
        RecordedRun cut = read(join(lines));

        assertTrue(cut.integrity().intact());
        assertEquals(Optional.empty(), cut.end());
        assertFalse(cut.integrity().seal().equals(read(journal).integrity().seal()));
    }

    @Test
    void aJournalInAnotherRunsPlaceIsNoticed() {
        assertEquals(
                OptionalInt.of(1),
                RunReader.read("other", journal, Samples::code).integrity().brokenLine());
    }

    @Test
    void anOutcomeOfAnotherVersionDoesNotHold() {
        RecordedRun run = RunReader.read("r", journal, id -> Optional.empty());
        assertEquals(4, run.results().size());

        String text = new String(journal, StandardCharsets.UTF_8)
                .replace("\"outcome\":\"passed\"", "\"outcome\":\"perfect\"");
        RecordedRun other = read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(false, false, false, false),
                other.results().stream().map(r -> r.outcome().holds()).toList());
    }

    @Test
    void nonsenseIsReadAsDamage() {
        for (String text : List.of("\n", "{}\n", "[1]\n{}\n", "\uFFFD\n\n\n", "\u0000\n\u0000")) {
            RecordedRun run = read(text.getBytes(StandardCharsets.UTF_8));

            assertTrue(run.integrity().torn() || !run.integrity().intact(), text);
            assertEquals(Optional.empty(), run.header());
            assertEquals(Optional.empty(), run.transcript());
        }
    }

    private List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < journal.length; i++) {
            if (journal[i] == '\n') {
                lines.add(Arrays.copyOfRange(journal, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }
}
