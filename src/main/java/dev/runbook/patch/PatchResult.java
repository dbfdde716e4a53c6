package dev.runbook.patch;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What came of applying a patch. */
public sealed interface PatchResult {
    <T> T accept(Visitor<T> visitor);

    /**
     * All hunks fit.
     *
     * @param text the file's new content; of {@link UnifiedPatch#apply(byte[])} each character stands for a byte
     */
    record Applied(String text) implements PatchResult {
        /** The new content of a file given as bytes. */
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.applied(this);
        }
    }

    /** The file has what the patch makes of it. */
    record AlreadySo() implements PatchResult {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.alreadySo(this);
        }
    }

    /**
     * A hunk fits nowhere behind the one before; nothing is to be changed.
     *
     * @param hunk which, from 1
     * @param lineOfPatch its header's line in the patch, from 1
     * @param expectedLines what it expects to find
     */
    record DoesNotFit(int hunk, int lineOfPatch, List<String> expectedLines) implements PatchResult {
        public DoesNotFit {
            expectedLines = List.copyOf(expectedLines);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.doesNotFit(this);
        }
    }

    /** One method for each. */
    interface Visitor<T> {
        T applied(Applied result);

        T alreadySo(AlreadySo result);

        T doesNotFit(DoesNotFit result);
    }
}
