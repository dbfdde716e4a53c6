package dev.runbook.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The library's complaints about a command line, in the project's words. */
final class UsageProblems {
    private UsageProblems() {}

    static CommandFailed explain(ParameterException e) {
        CommandLine commandLine = e.getCommandLine();
        String help = commandLine.getCommandSpec().qualifiedName(" ") + " --help";
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), commandLine.getCommandSpec(), help);
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), help);
        }
        ArgSpec arg = e.getArgSpec();
        String value = e.getValue();
        if (arg == null || value == null) {
            return new CommandFailed(Problem.BAD_USAGE, String.valueOf(e.getMessage()), help);
        }
        return new CommandFailed(Problem.BAD_VALUE, value, name(arg), choices(arg));
    }

    private static CommandFailed unmatched(String word, CommandSpec spec, String help) {
        if (word.startsWith("-") && word.length() > 1) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> known = spec.options().stream()
                    .flatMap(o -> List.of(o.names()).stream())
                    .toList();
            return Similar.to(option, known)
                    .map(s -> new CommandFailed(Problem.UNKNOWN_OPTION_SIMILAR, option, s))
                    .orElseGet(() -> new CommandFailed(Problem.UNKNOWN_OPTION, option, help));
        }
        if (spec.subcommands().isEmpty()) {
            return new CommandFailed(Problem.UNEXPECTED_ARGUMENT, word, help);
        }
        return Similar.to(word, spec.subcommands().keySet())
                .map(s -> new CommandFailed(Problem.UNKNOWN_COMMAND_SIMILAR, word, s))
                .orElseGet(() -> new CommandFailed(Problem.UNKNOWN_COMMAND, word));
    }

    private static CommandFailed missing(List<ArgSpec> missing, String help) {
        ArgSpec first = missing.get(0);
        return first.isOption()
                ? new CommandFailed(Problem.MISSING_VALUE, name(first), first.paramLabel())
                : new CommandFailed(Problem.MISSING_ARGUMENT, first.paramLabel(), help);
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String choices(ArgSpec arg) {
        return StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                .collect(Collectors.joining(", "));
    }
}
