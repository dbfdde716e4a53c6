package dev.runbook.check;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Step;
import dev.runbook.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a step's code uses parameters, and what a value must look like there. Only what a value could be written in place
 * of is found: not {@code ${NAME:-x}}, nothing in comments, single quotes, back quotes or arithmetic, and no name that
 * the code itself gives a value to.
 */
public final class ParameterUses {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "ksh", "dash");

    private ParameterUses() {}

    /** What surrounds a use. */
    public enum Context {
        /** {@code "$NAME"} or {@code "${NAME}"} with nothing else in the quotes; the quotes are part of the use. */
        SHELL_WORD,
        /** Among other text in double quotes. */
        SHELL_DOUBLE,
        /** Outside quotes. */
        SHELL_BARE,
        /** In a here-document that is expanded. */
        SHELL_HEREDOC,
        /** {@code :'NAME'}; the colon and quotes are part of the use. */
        SQL_LITERAL,
        /** {@code :"NAME"}; the colon and quotes are part of the use. */
        SQL_IDENTIFIER,
        /** {@code ${NAME}} in a file or patch, {@code :NAME} in SQL. */
        RAW
    }

    /**
     * One use.
     *
     * @param start offset in the action's code, in UTF-16 units
     * @param end exclusive
     */
    public record Use(String name, int start, int end, Context context) {}

    /** The uses of the parameters {@code names} in a step's code, in order. */
    public static List<Use> in(Step step, Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return step.action().accept(new Scan(step)).stream()
                .filter(u -> names.contains(u.name()))
                .sorted(Comparator.comparingInt(Use::start))
                .toList();
    }

    /** Whether a script in this language is one for a shell. */
    static boolean isShell(String language) {
        return SHELLS.contains(language.toLowerCase(Locale.ROOT));
    }

    /** The shell texts of a step: its script, or each command of its console session. */
    static List<ShellText> shellTexts(Step step) {
        return step.action().accept(new ActionVisitor<>(List.of()) {
            @Override
            public List<ShellText> script(Action.Script script) {
                return isShell(script.language()) ? List.of(new ShellText(script.code(), new int[] {0})) : List.of();
            }

            @Override
            public List<ShellText> console(Action.Console console) {
                List<ShellText> texts = new ArrayList<>();
                SourceFile code = SourceFile.of("", console.code());
                int above = step.codeSpan().startLine() - 1;
                for (ConsoleCommand command : console.commands()) {
                    texts.add(ShellText.of(command, command.span().startLine() - above, code));
                }
                return texts;
            }
        });
    }

    private static final class Scan extends ActionVisitor<List<Use>> {
        private final Step step;

        Scan(Step step) {
            super(List.of());
            this.step = step;
        }

        @Override
        public List<Use> script(Action.Script script) {
            return inShell();
        }

        @Override
        public List<Use> console(Action.Console console) {
            return inShell();
        }

        @Override
        public List<Use> sql(Action.Sql sql) {
            return SqlScanner.uses(sql.code());
        }

        @Override
        public List<Use> file(Action.FileContent file) {
            return RawScanner.uses(file.code());
        }

        @Override
        public List<Use> patch(Action.Patch patch) {
            return RawScanner.uses(patch.code());
        }

        private List<Use> inShell() {
            List<Use> uses = new ArrayList<>();
            for (ShellText text : shellTexts(step)) {
                ShellScanner scanned = ShellScanner.scan(text.text());
                for (ShellExpansions.Reference reference : scanned.references()) {
                    if (!scanned.assigned().contains(reference.name())) {
                        uses.add(new Use(
                                reference.name(),
                                text.offset(reference.start()),
                                text.offset(reference.end() - 1) + 1,
                                reference.context()));
                    }
                }
            }
            return uses;
        }
    }
}
