package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;

/** A table; its children are rows, and theirs are cells. */
final class Table extends Block {
    /** How a column is aligned. */
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    Table(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /** A row of cells. */
    static final class Row extends Block {
        private final boolean header;

        Row(BasedSequence chars, boolean header) {
            super(chars);
            this.header = header;
        }

        boolean isHeader() {
            return header;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** A cell; its children are inline. */
    static final class Cell extends Block {
        private final Optional<Alignment> alignment;

        Cell(BasedSequence chars, Optional<Alignment> alignment) {
            super(chars);
            this.alignment = alignment;
        }

        Optional<Alignment> alignment() {
            return alignment;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }
}
