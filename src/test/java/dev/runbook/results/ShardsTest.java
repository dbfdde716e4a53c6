package dev.runbook.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.model.RunbookId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardsTest {
    private static final int RUNS = 200;

    private static List<RunbookId> ids(String... ids) {
        return Stream.of(ids).map(RunbookId::new).toList();
    }

    private static Durations seconds(Map<String, Integer> seconds) {
        Map<RunbookId, Duration> measured = new HashMap<>();
        seconds.forEach((id, s) -> measured.put(new RunbookId(id), Duration.ofSeconds(s)));
        return new Durations(measured);
    }

    @Test
    void theLongestGoFirstAndEachToThePartThatHasLeastToDo() {
        Durations durations = seconds(Map.of("a", 10, "b", 90, "c", 50, "d", 45));

        assertEquals(
                List.of(ids("a", "b"), ids("c", "d")), Shards.split(2, ids("a", "b", "c", "d"), List.of(), durations));
        assertEquals(
                List.of(ids("b"), ids("c"), ids("a", "d")),
                Shards.split(3, ids("d", "c", "b", "a"), List.of(), durations));
    }

    @Test
    void whatIsNotKnownTakesTheMedianOfThoseThatAre() {
        Durations durations = seconds(Map.of("a", 1, "b", 5, "c", 100, "elsewhere", 1000));

        Map<RunbookId, Duration> each = durations.ofEach(ids("a", "b", "c", "new"));

        assertEquals(Duration.ofSeconds(5), each.get(new RunbookId("new")));
        assertEquals(4, each.size());
    }

    @Test
    void withNothingKnownTheyAreSpreadByTheirNumber() {
        assertEquals(
                List.of(ids("a", "d"), ids("b", "e"), ids("c")),
                Shards.split(3, ids("a", "b", "c", "d", "e"), List.of(), seconds(Map.of())));
        Durations nothingToDo = seconds(Map.of("a", 0, "b", 0, "c", 0, "d", 0));
        assertEquals(
                List.of(ids("a", "c"), ids("b", "d")),
                Shards.split(2, ids("a", "b", "c", "d"), List.of(), nothingToDo));
    }

    @Test
    void groupsStayTogetherAndThoseThatShareARunbookAreOne() {
        Durations durations = seconds(Map.of("a", 1, "b", 1, "c", 1, "d", 2, "e", 2));

        assertEquals(
                List.of(ids("a", "b", "c"), ids("d", "e")),
                Shards.split(
                        2,
                        ids("a", "b", "c", "d", "e"),
                        List.of(ids("a", "b"), ids("c", "b", "unknown"), ids("elsewhere")),
                        durations));
    }

    @Test
    void moreJobsThanRunbooksLeaveSomeIdle() {
        assertEquals(List.of(ids("a"), List.of(), List.of()), Shards.split(3, ids("a"), List.of(), seconds(Map.of())));
        assertEquals(List.of(), Shards.part(new Shard(3, 3), ids("a"), List.of(), seconds(Map.of())));
        assertEquals(List.of(List.of()), Shards.split(1, List.of(), List.of(), seconds(Map.of())));
    }

    /** Each runbook once, groups whole, order without meaning, and no part longer than the greedy bound. */
    @Test
    void properties() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<RunbookId> ids = new ArrayList<>(IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> new RunbookId("r" + i))
                    .toList());
            Map<RunbookId, Duration> measured = new HashMap<>();
            ids.forEach(id -> measured.put(id, Duration.ofSeconds(random.nextInt(100))));
            List<Collection<RunbookId>> together = new ArrayList<>();
            for (int i = 0; i + 3 < ids.size(); i += 7) {
                together.add(ids.subList(i, i + 3).stream().toList());
            }
            Durations durations = new Durations(measured);
            int count = 1 + random.nextInt(5);

            List<List<RunbookId>> parts = Shards.split(count, ids, together, durations);

            assertEquals(count, parts.size());
            List<RunbookId> all = parts.stream().flatMap(List::stream).sorted().toList();
            assertEquals(ids.stream().sorted().toList(), all);
            for (Collection<RunbookId> group : together) {
                assertEquals(
                        1,
                        parts.stream()
                                .filter(p -> !Collections.disjoint(p, group))
                                .count());
                assertTrue(parts.stream().anyMatch(p -> p.containsAll(group)));
            }
            List<Duration> loads =
                    parts.stream().map(p -> sum(p, measured)).sorted().toList();
            Duration longest = together.stream()
                    .map(g -> sum(g, measured))
                    .reduce(measured.values().stream().reduce(Duration.ZERO, ShardsTest::max), ShardsTest::max);
            assertTrue(loads.get(count - 1).minus(longest).compareTo(loads.get(0)) <= 0, loads::toString);
            Collections.shuffle(ids, random);
            Collections.shuffle(together, random);
            assertEquals(parts, Shards.split(count, ids, together, durations));
            Set<RunbookId> part = new HashSet<>(Shards.part(new Shard(1, count), ids, together, durations));
            assertEquals(new HashSet<>(parts.get(0)), part);
        }
    }

    private static Duration sum(Collection<RunbookId> ids, Map<RunbookId, Duration> measured) {
        return ids.stream().map(measured::get).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    @Test
    void durationsAreThoseOfWhatCouldBeRun() {
        Durations durations = Durations.of(ResultsSamples.all());

        assertEquals(
                Map.of(
                        new RunbookId("database/pgbouncer"), Duration.ofMillis(61_234),
                        new RunbookId("redis/memory"), Duration.ofMillis(900)),
                durations.measured());
    }

    @Test
    void aShardIsWrittenAsAPartOfAWhole() {
        assertEquals(Optional.of(new Shard(2, 5)), Shard.parse("2/5"));
        assertEquals("2/5", new Shard(2, 5).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/1", "2/1", "1/0", "1", "1/", "/1", "-1/2", "1/2/3", "01/2", "1/99999", "a/b"})
    void whatIsNoPart(String text) {
        assertEquals(Optional.empty(), Shard.parse(text));
    }
}
