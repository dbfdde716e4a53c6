package dev.runbook.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.ExecutionListener;
import dev.runbook.model.RunbookId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunStoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theFolderFollowsTheEnvironment() {
        assertEquals(Optional.of(Path.of("/s/runbook")), RunStore.folder(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h")));
        assertEquals(Optional.of(Path.of("/h/.local/state/runbook")), RunStore.folder(Map.of("HOME", "/h")));
        assertEquals(
                Optional.of(Path.of("/h/.local/state/runbook")),
                RunStore.folder(Map.of("XDG_STATE_HOME", "relative", "HOME", "/h")));
        assertEquals(Optional.empty(), RunStore.folder(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "database/pgbouncer, pgbouncer",
        "Web/Nginx_TLS v1.3, nginx-tls-v1-3",
        "手順/復元, run",
        "a/a-very-long-name-of-a-runbook-indeed, a-very-long-name-of-a-ru"
    })
    void idsAreSortableAndCanBeTyped(String runbook, String name) {
        String id = RunStore.newId(new RunbookId(runbook), Samples.START);

        assertTrue(id.matches("20261124-151203-" + name + "-[0-9a-f]{4}"), id);
    }

    @Test
    void aRunIsFoundByAsMuchAsIsNeeded() throws IOException {
        RunStore store = new RunStore(folder.resolve("state"));
        assertEquals(List.of(), store.ids());
        List<String> ids = List.of("20261124-2-b-beef", "20261124-1-a-4f2a", "20261123-1-a-4f2b");
        for (String id : ids) {
            store.begin(Samples.header(id), new ExecutionListener() {}).close();
        }
        Files.createDirectories(folder.resolve("state/runs/20261125-no-journal"));

        assertEquals(ids, store.ids());
        assertEquals(ids.subList(0, 2), store.find("20261124"));
        assertEquals(ids.subList(2, 3), store.find("20261123"));
        assertEquals(ids.subList(1, 2), store.find("4f2a"));
        assertEquals(ids.subList(1, 3), store.find("4f2"));
        assertEquals(List.of(), store.find("a"));
        assertEquals(ids.subList(0, 1), store.find(ids.get(0)));
    }
}
