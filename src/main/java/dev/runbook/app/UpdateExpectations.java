package dev.runbook.app;

import dev.runbook.match.Rewrite;
import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.outcome.Output;
import dev.runbook.outcome.Run.CommandRun;
import dev.runbook.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the expectations of a runbook up to what its commands wrote. Lines that still match stay as their author wrote
 * them, and so does everything else of the file, byte for byte; where nothing was expected, nothing is added. Updating
 * again with the same outputs changes nothing.
 */
public final class UpdateExpectations {
    private UpdateExpectations() {}

    /**
     * What a step wrote.
     *
     * @param step as it was read from the runbook
     * @param commands those of its run; for a console session one a command, of which the last ones may be missing
     */
    public record Update(Step step, List<CommandRun> commands) {
        public Update {
            commands = List.copyOf(commands);
        }
    }

    /**
     * The new text of a runbook's file.
     *
     * @param fileText the file's text as it is, with its byte order mark and its line ends
     * @param updates in any order; of several for one step the last counts
     * @throws IllegalArgumentException if the file is no longer the one that the runbook was read from
     */
    public static String apply(String fileText, Runbook runbook, List<Update> updates) {
        SourceFile source = runbook.source();
        if (!SourceFile.of(source.name(), fileText).text().equals(source.text())) {
            throw new IllegalArgumentException(source.name() + " has changed since it was read");
        }
        Map<StepId, Update> last = new LinkedHashMap<>();
        updates.forEach(update -> last.put(update.step().id(), update));
        List<SyncEdit> edits = new ArrayList<>();
        last.values().forEach(update -> update(source, update, edits));
        edits.sort(Comparator.comparingInt(SyncEdit::start).thenComparingInt(SyncEdit::end));
        return SyncEdit.applyToRaw(fileText, edits);
    }

    private static void update(SourceFile source, Update update, List<SyncEdit> edits) {
        Step step = update.step();
        List<CommandRun> runs = update.commands();
        List<ConsoleCommand> session = step.action().accept(new SessionCommands());
        if (session.stream().anyMatch(c -> c.expectation().isPresent())) {
            UpdatedBlock block = UpdatedBlock.ofSession(source, step);
            for (int i = 0; i < Math.min(session.size(), runs.size()); i++) {
                CommandRun run = runs.get(i);
                session.get(i).expectation().ifPresent(e -> block.add(e, lines(step, e, run, true)));
            }
            edits.addAll(block.edits());
        } else if (step.expectation().isPresent() && !runs.isEmpty()) {
            Expectation expectation = step.expectation().get();
            UpdatedBlock block = UpdatedBlock.ofOutput(source, expectation);
            block.add(expectation, lines(step, expectation, whole(runs), false));
            edits.addAll(block.edits());
        }
    }

    /** A session without expectations of its own may have one block for all that its commands write. */
    private static CommandRun whole(List<CommandRun> runs) {
        CommandRun last = runs.get(runs.size() - 1);
        return new CommandRun(
                Output.joined(runs.stream().map(CommandRun::output).toList()), last.exitStatus());
    }

    private static List<Rewrite.Line> lines(Step step, Expectation expectation, CommandRun run, boolean session) {
        return Rewrite.of(
                expectation, run.output(), run.exitStatus(), step.options().exit(), session);
    }

    private static final class SessionCommands implements Action.Visitor<List<ConsoleCommand>> {
        @Override
        public List<ConsoleCommand> script(Action.Script script) {
            return List.of();
        }

        @Override
        public List<ConsoleCommand> console(Action.Console console) {
            return console.commands();
        }

        @Override
        public List<ConsoleCommand> sql(Action.Sql sql) {
            return List.of();
        }

        @Override
        public List<ConsoleCommand> file(Action.FileContent file) {
            return List.of();
        }

        @Override
        public List<ConsoleCommand> patch(Action.Patch patch) {
            return List.of();
        }

        @Override
        public List<ConsoleCommand> manual(Action.Manual manual) {
            return List.of();
        }
    }
}
