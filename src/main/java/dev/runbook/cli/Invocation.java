package dev.runbook.cli;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.source.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One call of one command: what was written, and what it runs in. */
final class Invocation {
    private final Host host;
    private final Language language;
    private final Messages texts;
    private final List<ParseResult> results;

    /**
     * A call.
     *
     * @param results of the command's line, from {@code runbook} down to the command itself
     */
    Invocation(Host host, Language language, Messages texts, List<ParseResult> results) {
        this.host = host;
        this.language = language;
        this.texts = texts;
        this.results = List.copyOf(results);
    }

    Host host() {
        return host;
    }

    Language language() {
        return language;
    }

    PrintStream out() {
        return host.out();
    }

    /** The command line's bundle. */
    Messages texts() {
        return texts;
    }

    /** A text of the command line's bundle. */
    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The whole command line's description. */
    CommandSpec root() {
        return results.get(0).commandSpec();
    }

    /** Whether an option without a value was given, before or after the command's name. */
    boolean flag(String option) {
        return results.stream().anyMatch(r -> r.hasMatchedOption(option));
    }

    /** An option's value; the one nearest to the end counts. */
    Optional<String> value(String option) {
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).hasMatchedOption(option)) {
                String value = results.get(i).matchedOptionValue(option, "");
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The values of an option that may be given several times, in order. */
    List<String> values(String option) {
        return results.stream()
                .filter(r -> r.hasMatchedOption(option))
                .flatMap(r -> r.matchedOption(option).stringValues().stream())
                .toList();
    }

    /** The arguments as written. */
    List<String> arguments() {
        return results.get(results.size() - 1).matchedPositionals().stream()
                .distinct()
                .flatMap(p -> p.stringValues().stream())
                .toList();
    }

    boolean quiet() {
        return flag("--quiet");
    }

    boolean verbose() {
        return flag("--verbose");
    }

    /** For what goes to standard output. */
    Style style() {
        return Colours.style(value("--color").orElse("auto"), host, host.outIsTerminal());
    }

    /** For what goes to standard error. */
    Style errStyle() {
        return Colours.style(value("--color").orElse("auto"), host, host.errIsTerminal());
    }

    /** The handbook that is meant: an existing folder. */
    Path handbook() throws CommandFailed {
        return HandbookFolder.find(host.folder(), value("--handbook"));
    }

    /** A path as written, relative to the current folder. */
    Path path(String written) {
        return host.folder().resolve(written).normalize();
    }

    /** A path as a person in the current folder would write it. */
    String shown(Path path) {
        Path absolute = host.folder().resolve(path).normalize();
        if (!absolute.startsWith(host.folder())) {
            return absolute.toString();
        }
        String relative = host.folder().relativize(absolute).toString();
        return relative.isEmpty() ? "." : relative;
    }

    /** Tells a person how far long work is. To be closed, so that nothing of it is left on the terminal. */
    ProgressDisplay progress() {
        if (quiet()) {
            return ProgressDisplay.of(Progress.NONE);
        }
        if (verbose()) {
            return ProgressDisplay.of(new ProgressLog(host.err(), texts));
        }
        return host.errIsTerminal() ? new ProgressLine(host.err(), texts) : ProgressDisplay.of(Progress.NONE);
    }
}
