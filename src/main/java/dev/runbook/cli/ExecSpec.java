package dev.runbook.cli;

import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code exec}. */
final class ExecSpec {
    private static final String PATH = "exec";
    /** A run's name begins with its date: so a runbook behind {@code --resume} is not taken for one. */
    private static final Pattern RUN = Pattern.compile("[0-9]{8}.*");

    private ExecSpec() {}

    static CommandSpec of(Specs specs, Command command) {
        return specs.command(PATH, command)
                .addPositional(specs.argument(PATH, "ID", "1").build())
                .addOption(specs.flag(PATH, "--yes", "-y").build())
                .addOption(values(specs, "STEP", "--allow"))
                .addOption(specs.value(PATH, "STEP", "--from").build())
                .addOption(values(specs, "STEP", "--only"))
                .addOption(specs.flag(PATH, "--check").build())
                .addOption(specs.flag(PATH, "--dry-run", "-n").build())
                .addOption(specs.flag(PATH, "--undo").build())
                .addOption(resume(specs))
                .addOption(specs.flag(PATH, "--update").build())
                .addOption(specs.value(PATH, "ADDRESS", "--on").build())
                .addOption(specs.flag(PATH, "--rehearse").build())
                .addOption(specs.value(PATH, "DIR", "--keep").build())
                .addOption(values(specs, "NAME=VALUE", "--param"))
                .addOption(specs.value(PATH, "FILE", "--params").build())
                .addOption(values(specs, "NAME=FILE", "--secret-file"))
                .addOption(values(specs, "NAME=COMMAND", "--secret-command"));
    }

    /** An option that may be repeated. */
    private static OptionSpec values(Specs specs, String label, String name) {
        return specs.value(PATH, label, name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    private static OptionSpec resume(Specs specs) {
        return specs.value(PATH, "RUN", "--resume")
                .arity("0..1")
                .fallbackValue("")
                .preprocessor(ExecSpec::separateRun)
                .build();
    }

    /** What follows and is no run's name is not the option's value. */
    private static boolean separateRun(
            Stack<String> words, CommandSpec spec, ArgSpec option, Map<String, Object> info) {
        boolean attached = "=".equals(info.get("separator"));
        if (!attached && (words.isEmpty() || !RUN.matcher(words.peek()).matches())) {
            words.push("");
        }
        return false;
    }
}
