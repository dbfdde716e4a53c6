package dev.runbook.results;

import dev.runbook.model.RunbookId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits runbooks over jobs so that these take about as long as each other: longest first, each to the part that has least
 * to do. The same input gives the same parts on every machine, in whatever order it is given.
 */
public final class Shards {
    private static final Comparator<Group> LONGEST_FIRST = Comparator.comparing(Group::duration)
            .reversed()
            .thenComparing(g -> g.ids().get(0));

    private Shards() {}

    /** Runbooks of one part, and how long they take. */
    private record Group(List<RunbookId> ids, Duration duration) {}

    /** The runbooks of one part, sorted. */
    public static List<RunbookId> part(
            Shard shard,
            Collection<RunbookId> ids,
            Collection<? extends Collection<RunbookId>> together,
            Durations durations) {
        return split(shard.of(), ids, together, durations).get(shard.number() - 1);
    }

    /**
     * All parts.
     *
     * @param count how many; some are empty where there are fewer runbooks
     * @param together groups that must stay in one part; those that share a runbook are one. What is not in {@code ids} is
     *     left out
     * @return {@code count} lists, each sorted, that hold each of {@code ids} once
     */
    public static List<List<RunbookId>> split(
            int count,
            Collection<RunbookId> ids,
            Collection<? extends Collection<RunbookId>> together,
            Durations durations) {
        Map<RunbookId, Duration> each = durations.ofEach(ids);
        List<Group> groups = new ArrayList<>();
        for (Set<RunbookId> group : joined(each.keySet(), together)) {
            Duration sum = group.stream().map(each::get).reduce(Duration.ZERO, Duration::plus);
            groups.add(new Group(List.copyOf(group), sum));
        }
        groups.sort(LONGEST_FIRST);
        List<List<RunbookId>> parts = new ArrayList<>();
        Duration[] load = new Duration[count];
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
            load[i] = Duration.ZERO;
        }
        for (Group group : groups) {
            int least = least(load, parts);
            load[least] = load[least].plus(group.duration());
            parts.get(least).addAll(group.ids());
        }
        parts.forEach(Collections::sort);
        return parts.stream().map(List::copyOf).toList();
    }

    /** The part with least to do; of equals the one with fewest runbooks, then the first. */
    private static int least(Duration[] load, List<List<RunbookId>> parts) {
        int least = 0;
        for (int i = 1; i < load.length; i++) {
            int compared = load[i].compareTo(load[least]);
            if (compared < 0
                    || (compared == 0 && parts.get(i).size() < parts.get(least).size())) {
                least = i;
            }
        }
        return least;
    }

    private static List<Set<RunbookId>> joined(
            Collection<RunbookId> ids, Collection<? extends Collection<RunbookId>> together) {
        List<Set<RunbookId>> groups = new ArrayList<>();
        ids.forEach(id -> groups.add(new TreeSet<>(List.of(id))));
        for (Collection<RunbookId> group : together) {
            List<Set<RunbookId>> touched = groups.stream()
                    .filter(g -> group.stream().anyMatch(g::contains))
                    .toList();
            Set<RunbookId> one = new TreeSet<>();
            touched.forEach(one::addAll);
            groups.removeAll(touched);
            if (!one.isEmpty()) {
                groups.add(one);
            }
        }
        return groups;
    }
}
