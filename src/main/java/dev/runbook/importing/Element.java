package dev.runbook.importing;

import java.util.List;
import java.util.Optional;

/** A run of a memo's lines that belong together. */
sealed interface Element {
    /** Its first line, from 1. */
    int first();

    /** Its last line, inclusive. */
    int last();

    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of element. */
    interface Visitor<R> {
        R heading(Heading heading);

        R step(NumberedStep step);

        R commands(Commands commands);

        R listing(Listing listing);

        R output(OutputLines output);

        R alert(AlertLines alert);

        R prose(ProseLines prose);

        R nothing(Nothing nothing);
    }

    /**
     * A heading, with the rulers around it.
     *
     * @param kind what it is marked with: headings of one kind have one level
     * @param line the line that its title stands in
     * @param start where the title begins in that line
     * @param end exclusive
     */
    record Heading(int first, int last, String kind, MemoLine line, int start, int end) implements Element {
        String title() {
            return line.text().substring(start, end).strip();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heading(this);
        }
    }

    /**
     * A line with a step's number.
     *
     * @param label as written ({@code 1.}, {@code ①})
     * @param start where its text begins
     * @param command the text, where it is a command
     */
    record NumberedStep(int first, MemoLine line, int number, String label, int start, Optional<CommandLine> command)
            implements Element {
        String text() {
            return line.text().substring(start).strip();
        }

        NumberedStep with(Optional<CommandLine> known) {
            return new NumberedStep(first, line, number, label, start, known);
        }

        @Override
        public int last() {
            return first;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /** Commands without anything between them, one a line. */
    record Commands(int first, int last, List<CommandLine> lines) implements Element {
        public Commands {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commands(this);
        }
    }

    /**
     * The content of a file, or a fenced listing.
     *
     * @param lines its own, without those that fence it
     * @param fenced whether the first and the last line are a fence
     * @param path of the file
     * @param named whether the memo says so, or it is only named nearby
     * @param whole whether the memo says that the file is made of this
     * @param language as written at a fence
     */
    record Listing(
            int first,
            int last,
            List<MemoLine> lines,
            boolean fenced,
            Optional<String> path,
            boolean named,
            boolean whole,
            String language)
            implements Element {
        public Listing {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }
    }

    /**
     * What a command printed.
     *
     * @param stated whether the memo says so
     */
    record OutputLines(int first, int last, List<MemoLine> lines, boolean stated) implements Element {
        public OutputLines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /**
     * What a reader must heed.
     *
     * @param kind GitHub's word for it
     */
    record AlertLines(int first, int last, List<MemoLine> lines, String kind) implements Element {
        public AlertLines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alert(this);
        }
    }

    /** All else. */
    record ProseLines(int first, int last, List<MemoLine> lines) implements Element {
        public ProseLines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prose(this);
        }
    }

    /** A line that says nothing to a page's reader, or that no page can take. */
    record Nothing(int first, Account.Reason reason) implements Element {
        @Override
        public int last() {
            return first;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }
}
