package dev.runbook.check;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step leaves in its shell and what it takes from there, as far as its text shows it: not what a file that it
 * sources does, nor a command that is built by {@code eval}.
 */
public final class ShellState {
    private ShellState() {}

    /** A kind of use. */
    public enum Kind {
        /** A variable is looked at. */
        READS,
        /** A variable has a value from here on, perhaps in a subshell only. */
        SETS,
        /** A variable has a value behind the step too. */
        LEAVES,
        /** A variable has none any more. */
        UNSETS,
        /** A variable is there for the programs that are started. */
        EXPORTS,
        /** A function. */
        DEFINES,
        /** A command, without a name where it is not plain text. */
        RUNS,
        /** A file is opened, of a path that begins in the working directory. */
        OPENS,
        /** The working directory is another, behind the step too; where it leads, as far as that is plain text. */
        MOVES,
        /** The same, in a subshell. */
        MOVES_INSIDE
    }

    /**
     * One use.
     *
     * @param root whether it is behind a console session's root prompt
     */
    public record Use(Kind kind, String name, boolean root, Span span) {}

    /** The uses of a step, in the order in which they come. */
    public static List<Use> of(SourceFile source, Step step) {
        List<ConsoleCommand> session = step.action().accept(new ActionVisitor<>(List.of()) {
            @Override
            public List<ConsoleCommand> console(Action.Console console) {
                return console.commands();
            }
        });
        if (!CodePlaces.isPlaceable(step.action().code())) {
            return List.of();
        }
        List<Use> uses = new ArrayList<>();
        step.action().accept(new Program()).ifPresent(name -> uses.add(new Use(Kind.RUNS, name, false, step.span())));
        CodePlaces places = CodePlaces.of(source, step);
        List<ShellText> texts = ParameterUses.shellTexts(step);
        for (int i = 0; i < texts.size(); i++) {
            ShellText text = texts.get(i);
            boolean root = i < session.size() && session.get(i).root();
            for (ShellEvents.Event event : ShellScanner.scan(text.text()).events.inOrder()) {
                int start = text.offset(event.start());
                Span span = places.span(start, start + event.name().length());
                uses.add(new Use(Kind.valueOf(event.kind().name()), event.name(), root, span));
            }
        }
        return uses;
    }

    /** The one program that a step is run by, where it is not a shell. */
    private static final class Program extends ActionVisitor<Optional<String>> {
        Program() {
            super(Optional.empty());
        }

        @Override
        public Optional<String> script(Action.Script script) {
            return ParameterUses.isShell(script.language()) ? Optional.empty() : Optional.of(script.language());
        }

        @Override
        public Optional<String> sql(Action.Sql sql) {
            return Optional.of("psql");
        }
    }
}
