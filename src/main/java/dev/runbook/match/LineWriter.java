package dev.runbook.match;

import dev.runbook.model.Expectation;
import dev.runbook.model.Expectation.Quantifier;
import java.util.regex.Pattern;

/** Writes lines of an expectation so that they are read as what they are meant to be. */
final class LineWriter {
    private static final Pattern SUFFIX = Pattern.compile(" \\((?:(?:glob|re|esc|no-eol)[?*+]?|[?*+])\\)\\z");
    private static final Pattern EXIT_STATUS = Pattern.compile("\\[[0-9]{1,3}]");
    private static final String ESC = " (esc)";

    private final boolean session;

    /**
     * For one kind of block.
     *
     * @param session whether a line may be taken for a prompt
     */
    LineWriter(boolean session) {
        this.session = session;
    }

    /** The line that matches exactly this line of an output. */
    String write(OutputLines written, int line) {
        return written.isGap(line) ? "..." : literal(written.text(line), written.hasNewline(line));
    }

    private String literal(String text, boolean newline) {
        String plain = newline ? text : text + LinePattern.NO_EOL;
        boolean asItIs = text.codePoints().noneMatch(Escapes::isHidden)
                && !isTakenForPrompt(plain)
                && !isContinuation(plain)
                && !(newline && (plain.equals("...") || isExitStatus(plain) || hasSuffix(plain) || isBlank(plain)));
        return asItIs ? plain : escaped(text, newline);
    }

    private String escaped(String text, boolean newline) {
        String encoded = Escapes.encode(text);
        if (newline && encoded.endsWith(LinePattern.NO_EOL)) {
            encoded = encoded.substring(0, encoded.length() - 1) + "\\x29";
        }
        String line = encoded + (newline ? "" : LinePattern.NO_EOL) + ESC;
        return isTakenForPrompt(line) || isContinuation(line) ? firstAsHex(line) : line;
    }

    /** A line of an author that would be read as an exit status now that it is the last one. */
    static boolean isExitStatus(String line) {
        return EXIT_STATUS.matcher(line).matches();
    }

    static String exitStatusAsText(String line) {
        return line + ESC;
    }

    /** Whether a line would be read as a part of the command if it stood right below it. */
    boolean isContinuation(String line) {
        return session && (line.equals(">") || line.startsWith("> "));
    }

    /** An author's line that begins with {@code >}, written so that it may stand right below a command. */
    static String besideCommand(Expectation.Line line) {
        return switch (line.kind()) {
            case EQUAL -> firstAsHex(Escapes.encode(line.text())) + suffix("esc", line.quantifier());
            case NO_EOL -> firstAsHex(Escapes.encode(line.text())) + LinePattern.NO_EOL + ESC;
            case ESC, RE -> firstAsHex(line.source());
            // A glob has no escape for it.
            case GLOB -> "?" + line.source().substring(1);
            case ANY_LINES -> line.source();
        };
    }

    private static String suffix(String kind, Quantifier quantifier) {
        String sign = switch (quantifier) {
            case ONE -> "";
            case OPTIONAL -> "?";
            case ANY -> "*";
            case SOME -> "+";
        };
        return " (" + kind + sign + ")";
    }

    private static String firstAsHex(String line) {
        return "\\x" + Integer.toHexString(line.charAt(0)) + line.substring(1);
    }

    private boolean isTakenForPrompt(String line) {
        return session && (line.equals("#") || line.equals("$") || line.startsWith("# ") || line.startsWith("$ "));
    }

    private static boolean hasSuffix(String line) {
        return SUFFIX.matcher(line).find();
    }

    /** Only spaces: they would be seen by nobody, and an editor may take them away. */
    private static boolean isBlank(String line) {
        return !line.isEmpty() && line.isBlank();
    }
}
