package dev.runbook.values;

import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Output;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Keeps secrets out of what is shown and recorded: each becomes {@link #MASK}, of the same length for all.
 *
 * <p>A secret is found as it is and in the forms that outputs commonly give it: Base64 in both alphabets, also as part of
 * something longer ({@code user:secret}) and broken over lines; hexadecimal, also broken or in groups; percent-encoded;
 * quoted as by shells, JSON, SQL, HTML and common languages; each line of a secret of several lines. One that touches
 * another shares its mask.
 *
 * <p>What it does not do: a secret of less than four bytes is found as it is only, since its encodings stand in any output by
 * chance, and lines of a secret that are so short are not looked for by themselves; one of nothing but white space is not
 * hidden. Encodings within encodings, compression, encryption, and a secret of which a part is printed cannot be recognised.
 */
public final class Masker {
    /** What stands for a secret. */
    public static final String MASK = "********";

    static final byte[] MASK_BYTES = MASK.getBytes(StandardCharsets.US_ASCII);

    private static final Masker NONE = new Masker(List.of(), false);

    /** Bytes at the beginning of what follows a cut in which the end of a secret is looked for. */
    private static final int CUT_WINDOW = 64 * 1024;

    private final List<String> secrets;
    private final Patterns exact = new Patterns();
    private final Patterns packed = new Patterns();

    private Masker(Collection<String> secrets, boolean backwards) {
        this.secrets = List.copyOf(secrets);
        SecretForms forms = backwards
                ? new SecretForms(form -> exact.add(reverse(form)), form -> packed.add(reverse(form)))
                : new SecretForms(exact::add, packed::add);
        secrets.forEach(forms::add);
        exact.link();
        packed.link();
    }

    /** A masker for these secrets; with none, everything is passed on as it is. */
    public static Masker of(Collection<String> secrets) {
        return secrets.isEmpty() ? NONE : new Masker(secrets, false);
    }

    /** A masker for one output, given in parts. */
    public Stream stream() {
        return hidesNothing() ? new Unchanged() : new MaskingStream(exact, packed);
    }

    /** A text with its secrets masked. */
    public String mask(String text) {
        if (hidesNothing() || text.isEmpty()) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MaskedRanges ranges = MaskedRanges.of(bytes, exact, packed);
        return ranges.isEmpty() ? text : new String(ranges.masked(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    /** An output with its secrets masked; of one that was cut, also what may be a part of one at the cut. */
    public Output mask(Output output) {
        if (hidesNothing() || output.isEmpty()) {
            return output;
        }
        if (output.isWhole()) {
            return Output.of(maskPart(output.head(), false));
        }
        return Output.of(maskPart(output.head(), true), output.dropped(), maskAfterCut(output.tail()));
    }

    /** Masks a part of an output whose beginning was cut off; read backwards, the end of a secret is what may begin one. */
    private byte[] maskAfterCut(byte[] bytes) {
        int window = Math.min(bytes.length, CUT_WINDOW);
        byte[] backwards = reverse(Arrays.copyOf(bytes, window));
        Masker reversed = new Masker(secrets, true);
        SecretFinder finder = new SecretFinder(reversed.exact, reversed.packed);
        finder.read(backwards, 0, window, 0, new MaskedRanges());
        int part = window - (int) finder.open(window);
        byte[] rest = maskPart(Arrays.copyOfRange(bytes, part, bytes.length), false);
        return part == 0 ? rest : join(MASK_BYTES, rest);
    }

    private byte[] maskPart(byte[] bytes, boolean cut) {
        MaskingStream stream = new MaskingStream(exact, packed);
        byte[] shown = stream.feed(bytes, 0, bytes.length);
        byte[] rest = cut && stream.holdsBack() ? MASK_BYTES : stream.flush();
        return rest.length == 0 ? shown : join(shown, rest);
    }

    /** A difference with its secrets masked, those that go over several of its lines, too. */
    public Mismatch mask(Mismatch mismatch) {
        if (hidesNothing()) {
            return mismatch;
        }
        List<Mismatch.Line> lines = new ArrayList<>(mismatch.lines());
        maskLines(lines, false);
        maskLines(lines, true);
        return new Mismatch(mismatch.expectation(), lines);
    }

    /** Masks the lines that are missing, or those that were written, as the text that they are together. */
    private void maskLines(List<Mismatch.Line> lines, boolean missing) {
        StringBuilder text = new StringBuilder();
        for (Mismatch.Line line : lines) {
            if ((line.kind() == Mismatch.Kind.MISSING) == missing) {
                text.append(line.text()).append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        MaskedRanges ranges = MaskedRanges.of(bytes, exact, packed);
        if (ranges.isEmpty()) {
            return;
        }
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            Mismatch.Line line = lines.get(i);
            if ((line.kind() == Mismatch.Kind.MISSING) == missing) {
                int to = from + line.text().getBytes(StandardCharsets.UTF_8).length;
                String masked = new String(ranges.masked(bytes, from, to), StandardCharsets.UTF_8);
                lines.set(i, new Mismatch.Line(line.kind(), masked, line.source(), line.noNewline()));
                from = to + 1;
            }
        }
    }

    private boolean hidesNothing() {
        return exact.automaton().isEmpty();
    }

    private static byte[] reverse(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Masks one output as it comes. Used by one thread at a time. */
    public interface Stream {
        /**
         * Takes bytes, and gives what may be shown now. What may be the beginning of a secret is held back until more has
         * come. The arrays are not kept; what is given may be the array taken, if all of it may be shown.
         */
        byte[] feed(byte[] bytes, int offset, int length);

        /** Whether something is held back. */
        boolean holdsBack();

        /** Gives what was held back, since nothing more comes; a secret of which a part comes later is not seen then. */
        byte[] flush();
    }

    private static final class Unchanged implements Stream {
        @Override
        public byte[] feed(byte[] bytes, int offset, int length) {
            return offset == 0 && length == bytes.length ? bytes : Arrays.copyOfRange(bytes, offset, offset + length);
        }

        @Override
        public boolean holdsBack() {
            return false;
        }

        @Override
        public byte[] flush() {
            return new byte[0];
        }
    }
}
