package dev.runbook.results;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of the runbooks, for one job of several.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(number + "/" + of);
        }
    }

    /** As it is written on a command line: {@code 2/5}. Empty for what is no part of a whole. */
    public static Optional<Shard> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        return number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
