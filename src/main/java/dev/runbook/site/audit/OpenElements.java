package dev.runbook.site.audit;

import org.jspecify.annotations.Nullable;

/** The elements that are open at a place of a page, the innermost last. */
final class OpenElements {
    /** Deeper than any page is meant to be; parsers have limits, too. */
    private static final int DEEPEST = 64;

    private final StrictRule[] rules = new StrictRule[DEEPEST];

    /** Of each element, the kinds of all that are open with it. */
    private final int[] kinds = new int[DEEPEST];

    private int depth;

    /** Returns whether there was room for it. */
    boolean push(StrictRule rule) {
        if (depth == DEEPEST) {
            return false;
        }
        kinds[depth] = kinds() | rule.kind();
        rules[depth++] = rule;
        return true;
    }

    void pop() {
        depth--;
    }

    /** The innermost; null where none is open. */
    @Nullable StrictRule innermost() {
        return depth == 0 ? null : rules[depth - 1];
    }

    /** The kinds of all that are open. */
    int kinds() {
        return depth == 0 ? 0 : kinds[depth - 1];
    }
}
