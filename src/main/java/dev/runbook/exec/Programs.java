package dev.runbook.exec;

import dev.runbook.exec.Command.Program;
import dev.runbook.model.Action;
import dev.runbook.model.Step;
import dev.runbook.values.Quoting;
import dev.runbook.values.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs a block: the session's shell, another shell, an interpreter, psql. */
final class Programs {
    private static final String CODE = Program.Interpreter.CODE;

    /** Shells whose scripts the session's bash runs as well. */
    private static final List<String> BASH = List.of("bash", "sh", "shell");

    /** node takes a pipe for no file. */
    private static final List<String> NODE = List.of("sh", "-c", "exec node - <&9 9<&-");

    private static final Map<String, List<String>> INTERPRETERS = Map.ofEntries(
            Map.entry("dash", List.of("dash", "-e", CODE)),
            Map.entry("ash", List.of("ash", "-e", CODE)),
            Map.entry("ksh", List.of("ksh", "-e", CODE)),
            Map.entry("zsh", List.of("zsh", "-e", CODE)),
            Map.entry("sh", List.of("sh", "-e", CODE)),
            Map.entry("python", List.of("python3", CODE)),
            Map.entry("python3", List.of("python3", CODE)),
            Map.entry("ruby", List.of("ruby", CODE)),
            Map.entry("perl", List.of("perl", CODE)),
            Map.entry("php", List.of("php", CODE)),
            Map.entry("lua", List.of("lua", CODE)),
            Map.entry("node", NODE),
            Map.entry("javascript", NODE),
            Map.entry("js", NODE));

    private Programs() {}

    /**
     * Of a script: {@code shell=} decides, else the language.
     *
     * @param code what will run
     * @throws BackendException if it names a value that cannot be in another program's environment, where alone it could see it
     */
    static Program script(Step step, Action.Script script, String code, Values values) throws BackendException {
        Optional<String> shell = step.options().shell();
        if (shell.isPresent() ? shell.get().equals("bash") : BASH.contains(script.language())) {
            return new Program.Shell();
        }
        for (Map.Entry<String, String> value : values.all().entrySet()) {
            if (!Command.isExported(value.getKey(), value.getValue()) && code.contains(value.getKey())) {
                int length = value.getValue().getBytes(StandardCharsets.UTF_8).length;
                throw new BackendException(
                        ExecCode.VALUE_TOO_LONG,
                        value.getKey(),
                        String.valueOf(length),
                        String.valueOf(Command.LONGEST_EXPORT - value.getKey().length()));
            }
        }
        String name = shell.orElse(script.language());
        return new Program.Interpreter(INTERPRETERS.getOrDefault(name, List.of(name, CODE)), "");
    }

    /** Values go in as psql's variables by way of a file: in a command line every user of the machine could see them. */
    static Program sql(Action.Sql sql, Values values) {
        StringBuilder prelude = new StringBuilder();
        values.all()
                .forEach((name, value) ->
                        prelude.append(Quoting.psqlSet(name, value)).append('\n'));
        List<String> words = new ArrayList<>(List.of("psql", "-X", "-v", "ON_ERROR_STOP=1"));
        sql.database().ifPresent(name -> words.addAll(List.of("-d", name)));
        if (prelude.length() > 0) {
            words.addAll(List.of("-f", Program.Interpreter.PRELUDE));
        }
        words.addAll(List.of("-f", CODE));
        return new Program.Interpreter(words, prelude.toString());
    }
}
