package dev.runbook.site.view;

import java.util.List;
import java.util.Optional;

/**
 * A part of a page's text, in order. An {@link Text} may open an element (a list item) that a later one closes, so parts
 * are written one after another without anything around them.
 */
public sealed interface Part {
    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of part. */
    interface Visitor<R> {
        R heading(Heading heading);

        R text(Text text);

        R listing(ListingView listing);

        R step(StepView step);

        R box(Box box);

        R definitions(Definitions definitions);
    }

    /**
     * A section's heading.
     *
     * @param level 2 to 6
     * @param outdated whether the original has moved on since this section was translated
     */
    record Heading(int level, String id, String html, boolean outdated) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heading(this);
        }
    }

    /** Prose. */
    record Text(String html) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A code block that is shown and never run. */
    record ListingView(Code code) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }
    }

    /**
     * The box of a manual step, remembered in the browser. It stands inside a {@code <label>} that the surrounding
     * {@link Text} parts open and close.
     */
    record Box(String id) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.box(this);
        }
    }

    /**
     * The words of the glossary that the text before uses, at its end: links in the text name them as their description,
     * {@code rb.term-ID}.
     */
    record Definitions(List<Definition> definitions) implements Part {
        public Definitions {
            definitions = List.copyOf(definitions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.definitions(this);
        }
    }

    /**
     * What a word means.
     *
     * @param id of its section on the glossary's page
     * @param html inline, without links
     */
    record Definition(String id, String title, String html) {}

    /**
     * Coloured code.
     *
     * @param language as written; empty where there is none
     * @param html lines of {@code <span class="tok-…">}; in a console session prompts are {@code <span class="prompt">}
     *     and output is {@code <span class="output">}, both left out by the copy button; an occurrence of a parameter is
     *     {@code <span class="param" data-param="NAME" data-quote="…">} (see {@link Quote})
     * @param diff whether lines are {@code <span class="line add|del|hunk|…">}
     */
    record Code(String language, String html, boolean diff) {}

    /** How a parameter's value must be written where it occurs; the attribute's value is the lower-case name. */
    enum Quote {
        /** A shell word of its own, with its quotes: {@code "$NAME"} becomes {@code 'value'}. */
        SHELL_WORD,
        /** Inside double quotes of a shell. */
        SHELL_DOUBLE,
        /** Inside a here-document that is expanded. */
        SHELL_HEREDOC,
        /** {@code :'NAME'}: an SQL literal, with its quotes. */
        SQL_LITERAL,
        /** {@code :"NAME"}: an SQL identifier, with its quotes. */
        SQL_IDENTIFIER,
        /** As it is. */
        RAW
    }

    /**
     * A step.
     *
     * @param id the anchor, the same in all languages
     * @param number counts the page's changing steps from 1; empty for checks, undo and preparation
     * @param role {@code exec}, {@code check}, {@code undo} or {@code given}
     * @param form {@code script}, {@code console}, {@code sql}, {@code file} or {@code patch}
     * @param user who runs it; empty where nothing says so
     * @param target the file's path, for {@code file} and {@code patch}
     * @param options what else a reader should know ({@code timeout=3m}), as label and value, labels in the page's
     *     language
     * @param danger what it destroys
     * @param undoes link to the step that it takes back
     * @param undoneBy links to the steps that take this one back
     * @param expected the output that it must give; empty where none is written
     * @param expectedStatus the exit status that it must give, where it is not 0
     * @param proof what verification says of it; empty on a site without results
     */
    record StepView(
            String id,
            Optional<Integer> number,
            String role,
            String form,
            Optional<String> user,
            Optional<String> target,
            List<Fact> options,
            Optional<String> danger,
            Optional<Link> undoes,
            List<Link> undoneBy,
            Code code,
            Optional<Code> expected,
            Optional<Integer> expectedStatus,
            Optional<Proof> proof)
            implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /** A label and its value, both plain text in the page's language. */
    record Fact(String label, String value) {}
}
