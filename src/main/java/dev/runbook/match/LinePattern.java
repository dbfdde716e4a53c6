package dev.runbook.match;

import dev.runbook.model.Expectation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether one line of an output is as one line of an expectation says. */
interface LinePattern {
    String NO_EOL = " (no-eol)";

    boolean matches(OutputLines lines, int line);

    /** A line matches if it is equal to what its author wrote, suffix and all; else by its suffix. */
    static LinePattern of(Expectation.Line line, BoundedRegex.Allowance allowance) {
        LinePattern equal = literal(bytes(line.source()), true);
        return switch (line.kind()) {
            case ANY_LINES -> (lines, at) -> true;
            case EQUAL -> either(equal, literal(bytes(line.text()), true));
            case NO_EOL -> either(equal, literal(bytes(line.text()), false));
            case ESC -> either(equal, escaped(line.text()));
            case GLOB -> {
                Glob glob = new Glob(line.text());
                yield either(equal, (lines, at) -> !lines.isGap(at) && glob.matches(lines.text(at)));
            }
            case RE -> {
                Optional<BoundedRegex> regex = BoundedRegex.of(line.text(), allowance);
                yield regex.isEmpty()
                        ? equal
                        : either(
                                equal,
                                (lines, at) -> !lines.isGap(at) && regex.get().matches(lines.text(at)));
            }
        };
    }

    private static LinePattern escaped(String text) {
        return text.endsWith(NO_EOL)
                ? literal(Escapes.decode(text.substring(0, text.length() - NO_EOL.length())), false)
                : literal(Escapes.decode(text), true);
    }

    private static LinePattern literal(byte[] expected, boolean newline) {
        return (lines, at) -> lines.hasNewline(at) == newline && lines.equals(at, expected);
    }

    private static LinePattern either(LinePattern one, LinePattern other) {
        return (lines, at) -> one.matches(lines, at) || other.matches(lines, at);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
