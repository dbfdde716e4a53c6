package dev.runbook.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A unified diff of one file. Its hunks may have moved as a whole, but every line of them must be found: there is no fuzz, by
 * which patch(1) would change another place than was meant.
 *
 * <p>A file all of whose lines end with {@code \r\n} keeps that, also in lines that are added. A last line without a newline
 * is another line than one with it, as for patch(1). A file that is not there is an empty one.
 */
public final class UnifiedPatch {
    private final List<Hunk> hunks;
    private final boolean createsFile;

    private UnifiedPatch(List<Hunk> hunks, boolean createsFile) {
        this.hunks = List.copyOf(hunks);
        this.createsFile = createsFile;
    }

    /**
     * Reads a patch.
     *
     * @throws IllegalArgumentException if it is none: see {@link #badLine}
     */
    public static UnifiedPatch parse(String code) {
        List<String> lines = new ArrayList<>(List.of(code.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        HunkReader reader = HunkReader.read(lines);
        if (reader.badLine().isPresent()) {
            throw new IllegalArgumentException(
                    "not a unified diff at line " + (reader.badLine().getAsInt() + 1));
        }
        return new UnifiedPatch(reader.hunks(), reader.createsFile());
    }

    /** The index of the first line at which lines stop being the unified diff of one file; empty if they are one. */
    public static OptionalInt badLine(List<String> lines) {
        return HunkReader.read(lines).badLine();
    }

    /** Applies the patch to a file's bytes, which may be in any encoding; the patch's own text is UTF-8. */
    public PatchResult apply(byte[] content) {
        PatchResult result = asBytes().apply(new String(content, StandardCharsets.ISO_8859_1));
        return result.accept(new ForReader());
    }

    /** Applies the patch to a file's text. */
    public PatchResult apply(String text) {
        FileLines file = FileLines.of(text);
        Placement before = Placement.of(file, hunks, Hunk::before, side -> insertion(file, side));
        Placement after =
                Placement.of(file, hunks, Hunk::after, side -> file.lines().isEmpty() ? 0 : -1);
        boolean fits = before.isComplete(hunks);
        if (after.isComplete(hunks) && (!fits || isAlreadySo(before, after))) {
            return new PatchResult.AlreadySo();
        }
        if (!fits) {
            int failed = before.indexes().size();
            Hunk hunk = hunks.get(failed);
            return new PatchResult.DoesNotFit(
                    failed + 1, hunk.headerLine(), hunk.before().lines());
        }
        return new PatchResult.Applied(replaced(file, before.indexes()).text());
    }

    /** Where lines go in that have no context: after the line that the header names. */
    private int insertion(FileLines file, Hunk.Side side) {
        boolean possible = createsFile
                ? file.lines().isEmpty()
                : side.index() <= file.lines().size()
                        && (side.index() < file.lines().size() || file.terminated());
        return possible ? side.index() : -1;
    }

    /**
     * Of a file in which both sides are found, which it is: what is nearer to where the headers say. At the same distance, a
     * side that only adds to the other at the same place is the one that tells: lines added at the end of a file leave
     * the context before them.
     */
    private boolean isAlreadySo(Placement before, Placement after) {
        if (before.distance() != after.distance()) {
            return after.distance() < before.distance();
        }
        boolean adds = true;
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            adds &= before.indexes().get(i).equals(after.indexes().get(i))
                    && hunk.after().size() > hunk.before().size();
        }
        return adds;
    }

    private FileLines replaced(FileLines file, List<Integer> indexes) {
        List<String> lines = new ArrayList<>();
        boolean terminated = file.terminated();
        int at = 0;
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            lines.addAll(file.lines().subList(at, indexes.get(i)));
            lines.addAll(hunk.after().lines());
            at = indexes.get(i) + hunk.before().size();
            if (at == file.lines().size()) {
                terminated = !hunk.after().endsWithoutNewline();
            }
        }
        lines.addAll(file.lines().subList(at, file.lines().size()));
        return new FileLines(lines, terminated, file.crlf());
    }

    /** The patch with each byte of its text as a character. */
    private UnifiedPatch asBytes() {
        List<Hunk> bytes = new ArrayList<>();
        hunks.forEach(h -> bytes.add(new Hunk(h.headerLine(), asBytes(h.before()), asBytes(h.after()))));
        return new UnifiedPatch(bytes, createsFile);
    }

    private static Hunk.Side asBytes(Hunk.Side side) {
        List<String> lines = side.lines().stream()
                .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        return new Hunk.Side(side.start(), lines, side.endsWithoutNewline());
    }

    /** Gives lines for a person as the patch has them. */
    private final class ForReader implements PatchResult.Visitor<PatchResult> {
        @Override
        public PatchResult applied(PatchResult.Applied result) {
            return result;
        }

        @Override
        public PatchResult alreadySo(PatchResult.AlreadySo result) {
            return result;
        }

        @Override
        public PatchResult doesNotFit(PatchResult.DoesNotFit result) {
            List<String> lines = hunks.get(result.hunk() - 1).before().lines();
            return new PatchResult.DoesNotFit(result.hunk(), result.lineOfPatch(), lines);
        }
    }
}
