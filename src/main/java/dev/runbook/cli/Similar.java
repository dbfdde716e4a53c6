package dev.runbook.cli;

import dev.runbook.source.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a mistyped word of a command line may have been meant to be: a slip, or the beginning of a longer word. */
final class Similar {
    /** Of a shorter word, any other is a near neighbour. */
    private static final int MIN_LENGTH = 3;

    private Similar() {}

    static Optional<String> to(String word, Collection<String> known) {
        String bare = word.replaceFirst("^-+", "");
        if (bare.length() < MIN_LENGTH) {
            return Optional.empty();
        }
        List<String> longer = known.stream()
                .filter(k -> k.replaceFirst("^-+", "").startsWith(bare))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Suggestions.closest(word, known);
    }
}
