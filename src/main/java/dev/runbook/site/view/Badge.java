package dev.runbook.site.view;

import java.util.Optional;

/**
 * What verification says of a step or a runbook, at a glance.
 *
 * @param standing {@code passed}, {@code stubbed}, {@code manual}, {@code skipped}, {@code too-old}, {@code stale},
 *     {@code never}, {@code errored} or {@code failed}
 * @param at when it was run; empty where it was not
 */
public record Badge(String standing, Optional<Moment> at) {

    /**
     * A moment, absolute: a page that is read a year later is still true.
     *
     * @param machine for {@code datetime}: {@code 2026-11-24T16:02:25Z}
     * @param day {@code 2026-11-25}, in the handbook's time zone
     * @param minute {@code 2026-11-25 01:02 Asia/Tokyo}
     */
    public record Moment(String machine, String day, String minute) {}

    /** How many steps or runbooks stand so. */
    public record Count(String standing, int number) {}
}
