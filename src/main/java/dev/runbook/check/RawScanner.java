package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import dev.runbook.check.ParameterUses.Use;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code ${NAME}} in the content of files and patches, where nothing else has a meaning. */
final class RawScanner {
    private RawScanner() {}

    static List<Use> uses(String code) {
        List<Use> uses = new ArrayList<>();
        for (int at = code.indexOf("${"); at >= 0; at = code.indexOf("${", at + 2)) {
            int end = Names.end(code, at + 2, code.length());
            if (end > at + 2 && end < code.length() && code.charAt(end) == '}') {
                uses.add(new Use(code.substring(at + 2, end), at, end + 1, Context.RAW));
            }
        }
        return uses;
    }
}
