package dev.runbook.model;

import java.util.List;
import java.util.Optional;

/** What a step does. */
public sealed interface Action {
    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** The code block's language as written, lower case; empty for a manual step or where there is none. */
    String language();

    /** The code block's content, with a last newline; a manual step's text as Markdown. */
    String code();

    /** One method a kind of action. */
    interface Visitor<R> {
        R script(Script script);

        R console(Console console);

        R sql(Sql sql);

        R file(FileContent file);

        R patch(Patch patch);

        R manual(Manual manual);
    }

    /** A script for a shell or for the interpreter named by its language. */
    record Script(String language, String code) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.script(this);
        }
    }

    /** A terminal session as it is pasted: commands, each with the output that it must give. */
    record Console(String language, String code, List<ConsoleCommand> commands) implements Action {
        public Console {
            commands = List.copyOf(commands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.console(this);
        }
    }

    /** Statements for {@code psql}. */
    record Sql(String language, String code, Optional<String> database) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sql(this);
        }
    }

    /**
     * A file's whole content.
     *
     * @param path absolute
     * @param owner {@code user} or {@code user:group}
     * @param mode octal digits
     */
    record FileContent(String language, String code, String path, Optional<String> owner, Optional<String> mode)
            implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.file(this);
        }
    }

    /**
     * A unified diff of one file.
     *
     * @param path absolute
     */
    record Patch(String language, String code, String path) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.patch(this);
        }
    }

    /** A task-list item: a person does it and says so. */
    record Manual(String code) implements Action {
        @Override
        public String language() {
            return "";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.manual(this);
        }
    }
}
