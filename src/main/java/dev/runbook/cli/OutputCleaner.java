package dev.runbook.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a command writes, made fit for a terminal: nothing in it can move the cursor out of its line, change a mode, or hide
 * text. Colours stay where they are wanted; other control characters are shown as {@code ^X}. Takes bytes cut anywhere.
 */
final class OutputCleaner {
    private static final char ESC = '\u001b';
    private static final int MAX_SEQUENCE = 64;
    private static final Pattern SGR = Pattern.compile("[0-9;:]*");
    /** A colour of many, whose numbers mean nothing else. */
    private static final Pattern EXTENDED = Pattern.compile("[345]8[;:](?:5[;:][0-9]+|2(?:[;:][0-9]*){3})");
    /** The one rendition that hides. */
    private static final Pattern CONCEAL = Pattern.compile("(?:^|[;:])0*8(?:[;:]|$)");
    /** Cursor shown or hidden, keypad, bracketed paste: of no use here, and no loss. */
    private static final Pattern MODE = Pattern.compile("\\?[0-9;]*[hl]");

    private final boolean colour;
    private final boolean live;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** Bytes of a character that is not whole yet. */
    private byte[] rest = new byte[0];
    /** An escape sequence that is not whole yet. */
    private final StringBuilder sequence = new StringBuilder();
    /** Without a terminal: the line that a carriage return may still take back. */
    private final StringBuilder line = new StringBuilder();

    private boolean carriageReturn;
    private boolean painted;

    /**
     * A cleaner for one command's output.
     *
     * @param colour whether colours stay
     * @param live whether it goes to a terminal, where a carriage return may go back in its line; else only the last state
     *     of a line is given
     */
    OutputCleaner(boolean colour, boolean live) {
        this.colour = colour;
        this.live = live;
    }

    /** What may be shown after these bytes came. */
    String clean(byte[] bytes) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length);
        in.put(rest).put(bytes).flip();
        CharBuffer chars = CharBuffer.allocate(in.remaining() + 1);
        decoder.reset();
        decoder.decode(in, chars, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        chars.flip();
        StringBuilder out = new StringBuilder(chars.length() + 16);
        for (int i = 0; i < chars.length(); i++) {
            take(chars.charAt(i), out);
        }
        return out.toString();
    }

    /** What is left at the end of the output. */
    String end() {
        StringBuilder out = new StringBuilder();
        if (rest.length > 0) {
            take('\uFFFD', out);
        }
        if (sequence.length() > 0) {
            showSequence(out);
        }
        out.append(line);
        if (painted) {
            out.append("\u001b[0m");
        }
        return out.toString();
    }

    private void take(char c, StringBuilder out) {
        if (carriageReturn) {
            carriageReturn = c == '\r';
            if (c != '\n' && c != '\r') {
                goBack(out);
            }
        }
        if (sequence.length() > 0) {
            continueSequence(c, out);
        } else if (c == ESC) {
            sequence.append(c);
        } else if (c == '\r') {
            carriageReturn = true;
        } else if (c == '\n') {
            newline(out);
        } else {
            target(out).append(shown(c));
        }
    }

    private StringBuilder target(StringBuilder out) {
        return live ? out : line;
    }

    private void newline(StringBuilder out) {
        out.append(line).append('\n');
        line.setLength(0);
    }

    private void goBack(StringBuilder out) {
        if (live) {
            out.append('\r');
        } else {
            line.setLength(0);
        }
    }

    private void continueSequence(char c, StringBuilder out) {
        boolean control = sequence.length() > 1 && sequence.charAt(1) == '[';
        sequence.append(c);
        if (sequence.length() == 2) {
            if (c != '[' && c != '(' && c != ')') {
                showSequence(out);
            }
        } else if (!control) {
            // A character set: there is but one here.
            sequence.setLength(0);
        } else if (c >= '@' && c <= '~') {
            endSequence(out);
        } else if (c < ' ' || c > '~' || sequence.length() > MAX_SEQUENCE) {
            showSequence(out);
        }
    }

    private void endSequence(StringBuilder out) {
        String body = sequence.substring(2);
        String parameters = body.substring(0, body.length() - 1);
        char last = body.charAt(body.length() - 1);
        if (last == 'm' && isRendition(parameters)) {
            if (colour) {
                target(out).append(sequence);
                painted = true;
            }
            sequence.setLength(0);
        } else if (last == 'K') {
            // Progress bars erase what is left of their line.
            target(out).append(live ? sequence : "");
            sequence.setLength(0);
        } else if (last == 'm' || MODE.matcher(body).matches()) {
            sequence.setLength(0);
        } else {
            showSequence(out);
        }
    }

    private static boolean isRendition(String parameters) {
        return SGR.matcher(parameters).matches()
                && !CONCEAL.matcher(EXTENDED.matcher(parameters).replaceAll("0"))
                        .find();
    }

    private void showSequence(StringBuilder out) {
        String text = sequence.toString();
        sequence.setLength(0);
        target(out).append("^[");
        for (int i = 1; i < text.length(); i++) {
            take(text.charAt(i), out);
        }
    }

    private static String shown(char c) {
        if (c == '\t' || (c >= ' ' && c < 0x7F) || c > 0x2069) {
            return String.valueOf(c);
        }
        if (c < ' ' || c == 0x7F) {
            return "^" + (char) (c ^ 0x40);
        }
        return Terminal.clean(String.valueOf(c));
    }
}
