package dev.runbook.importing;

import dev.runbook.importing.Element.NumberedStep;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds lines that begin with a step's number. */
final class Steps {
    private static final int LOOK_AHEAD = 80;
    private static final Pattern NUMBER =
            Pattern.compile("(?<n>[0-9０-９]{1,3})(?<mark>[.．)）、:])[ \\u3000]*(?<text>\\S.*)");
    private static final Pattern PARENTHESES = Pattern.compile("[(（](?<n>[0-9０-９]{1,3})[)）][ \\u3000]*(?<text>\\S.*)");
    private static final Pattern WORD = Pattern.compile(
            "(?:手順|作業|(?i:step) ?)[ \\u3000]*(?<n>[0-9０-９]{1,3})(?:[.．)）:：、]|[ \\u3000])[ \\u3000]*(?<text>\\S.*)");
    private static final Pattern CIRCLED = Pattern.compile("(?<n>[①-⑳])[ \\u3000]*[.．:：)）]?[ \\u3000]*(?<text>\\S.*)");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(?:\\.[0-9]+)*[^~～〜\\-、,・と].*");

    private final Memo memo;

    Steps(Memo memo) {
        this.memo = memo;
    }

    /** The step that an index's line begins. */
    Optional<NumberedStep> at(int index, int expected) {
        MemoLine line = memo.at(index);
        Optional<NumberedStep> step = read(line);
        return step.filter(s -> !isDecimal(s) || (s.number() == 1 ? isFollowed(index) : s.number() == expected));
    }

    private static boolean isDecimal(NumberedStep step) {
        String text = step.line().text().substring(step.start());
        boolean dot = step.label().endsWith(".") || step.label().endsWith(":");
        return dot && step.start() == step.line().indent() + step.label().length() && Character.isDigit(text.charAt(0));
    }

    /** {@code 1.2 GB} is no step, but {@code 1.1～3で…} is one if a second follows. */
    private boolean isFollowed(int index) {
        MemoLine line = memo.at(index);
        String text = line.body().substring(2);
        if (DECIMAL.matcher(text).matches() && !text.matches("[0-9]{1,2}[~～〜、と].*")) {
            return false;
        }
        for (int i = index + 1; i < index + LOOK_AHEAD && i < memo.size(); i++) {
            if (read(memo.at(i)).filter(s -> s.number() == 2).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<NumberedStep> read(MemoLine line) {
        String body = line.body();
        if (body.length() < 2) {
            return Optional.empty();
        }
        for (Pattern pattern : java.util.List.of(NUMBER, PARENTHESES, WORD, CIRCLED)) {
            Matcher matcher = pattern.matcher(body);
            if (matcher.matches()) {
                String digits = matcher.group("n");
                int number = pattern == CIRCLED ? digits.charAt(0) - '①' + 1 : Text.number(digits);
                String label = body.substring(0, matcher.start("text")).strip();
                return Optional.of(new NumberedStep(
                        line.number(), line, number, label, line.indent() + matcher.start("text"), Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
