package dev.runbook.cli;

import java.util.List;
import java.util.Optional;

/** An option that matters before the arguments are parsed: in which words and colours the parser's complaints are said. */
final class EarlyOption {
    private EarlyOption() {}

    /** The last value given, right or wrong. */
    static Optional<String> of(List<String> args, String option) {
        Optional<String> value = Optional.empty();
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            String arg = args.get(i);
            if (arg.startsWith(option + "=")) {
                value = Optional.of(arg.substring(option.length() + 1));
            } else if (arg.equals(option) && i + 1 < args.size()) {
                value = Optional.of(args.get(i + 1));
            }
        }
        return value;
    }
}
