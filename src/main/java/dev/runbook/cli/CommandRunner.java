package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From words to a command's exit code: parses, runs, and puts every failure into one line and a hint. */
final class CommandRunner {
    private final Host host;

    CommandRunner(Host host) {
        this.host = host;
    }

    int run(List<String> args) {
        Language language = InterfaceLanguage.of(args, host.environment());
        try {
            return parseAndRun(args, language);
        } catch (CommandFailed e) {
            print(e, language, args);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            print(inputOutput(cause == null ? new IOException(e) : cause), language, args);
        } catch (IOException e) {
            print(inputOutput(e), language, args);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            print(new CommandFailed(Problem.INTERNAL, e.toString()), language, args);
            if (args.contains("--verbose") || args.contains("-v")) {
                e.printStackTrace(host.err());
            }
        }
        return ExitCode.NOT_DONE;
    }

    private int parseAndRun(List<String> args, Language language) throws CommandFailed, IOException {
        Messages texts = Messages.of(Main.class, "texts", language);
        Specs specs = new Specs(texts);
        CommandSpec spec = specs.withSynopsis(new RunbookCommand().spec(specs));
        CommandLine commandLine = Help.configure(new CommandLine(spec), host);
        ParseResult result;
        try {
            result = commandLine.parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            throw UsageProblems.explain(e);
        }
        List<ParseResult> chain = new ArrayList<>();
        for (ParseResult at = result; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            chain.add(at);
        }
        Invocation invocation = new Invocation(host, language, texts, chain);
        CommandSpec called = chain.get(chain.size() - 1).commandSpec();
        if (invocation.flag("--help")) {
            host.out().print(Help.of(called.commandLine(), invocation.style()));
            return ExitCode.HOLDS;
        }
        Command command = (Command) called.userObject();
        return command.run(invocation);
    }

    private static CommandFailed inputOutput(IOException e) {
        // A FileSystemException's message is often the path alone.
        boolean bare = e instanceof FileSystemException file && file.getReason() == null;
        String what = bare ? e.getClass().getSimpleName() + ": " + e.getMessage() : String.valueOf(e.getMessage());
        return new CommandFailed(Problem.INPUT_OUTPUT, what);
    }

    private void print(CommandFailed failure, Language language, List<String> args) {
        Style style = Colours.style(EarlyOption.of(args, "--color").orElse("auto"), host, host.errIsTerminal());
        print(failure, host, language, style);
    }

    /** Says why a command could not be carried out, and what to do. */
    static void print(CommandFailed failure, Host host, Language language, Style style) {
        Messages words = Messages.of(Main.class, "texts", language);
        host.out().flush();
        host.err().println("runbook: " + style.red(words.get("error")) + ": " + failure.message(language));
        host.err().println("  " + style.cyan(words.get("hint")) + ": " + failure.hint(language));
        host.err().flush();
    }
}
