package dev.runbook.site.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path STATIC = Path.of("site-theme", "static");

    @Test
    void everySourceIsInAnAsset() throws IOException {
        List<String> named = new ArrayList<>();
        Assets.SOURCES.values().forEach(named::addAll);
        named.add(Assets.WORKER);
        try (Stream<Path> files = Files.walk(STATIC)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> STATIC.relativize(file).toString())
                    .sorted()
                    .toList();
            assertEquals(found, named.stream().sorted().toList());
        }
    }

    @Test
    void stylesAndScriptsAreSmall() throws IOException {
        Map<String, byte[]> files = new JteTheme().assets();
        assertTrue(compressed(files, ".css") < 12 * 1024, "styles: " + compressed(files, ".css"));
        int search = compressed(files, "search.js");
        int others = compressed(files, ".js") - search;
        assertTrue(others < 14 * 1024, "scripts: " + others);
        assertTrue(search < 16 * 1024, "the search's engine: " + search);
    }

    @Test
    void theWorkerKeepsAllThatAPageRefersTo() {
        JteTheme theme = new JteTheme();
        String worker = new String(theme.worker(List.of("offline.html")), StandardCharsets.UTF_8);
        String list = worker.substring(worker.indexOf("const files = [") + 15, worker.indexOf("];"));
        Set<String> kept = new TreeSet<>(List.of(list.replace("\"", "").split(",")));
        Set<String> expected = new TreeSet<>(Set.of("offline.html"));
        Assets.SOURCES.keySet().forEach(name -> expected.add(assets().address(name)));
        assertEquals(expected, kept);
        for (String file : kept) {
            String path = file.substring(0, file.contains("?") ? file.indexOf('?') : file.length());
            assertTrue(path.equals("offline.html") || theme.assets().containsKey(path), path);
        }
    }

    @Test
    void noScriptNamesAnotherHost() {
        JteTheme theme = new JteTheme();
        List<byte[]> scripts = new ArrayList<>(theme.assets().values());
        scripts.add(theme.worker(List.of()));
        for (byte[] script : scripts) {
            String text = new String(script, StandardCharsets.UTF_8).replace("http://www.w3.org/2000/svg", "");
            assertTrue(!text.matches("(?s).*https?://\\w.*"), text);
        }
    }

    private static int compressed(Map<String, byte[]> files, String suffix) throws IOException {
        int sum = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(suffix)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(file.getValue());
                }
                sum += out.size();
            }
        }
        return sum;
    }

    @Test
    void stylesLoadNothing() {
        new JteTheme().assets().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String withoutIcons = text.replaceAll("url\\(\"data:image/svg\\+xml,[^\"]*\"\\)", "");
            if (name.endsWith(".css")) {
                assertTrue(!withoutIcons.contains("url(") && !withoutIcons.contains("@import"), name);
            }
        });
    }

    @Test
    void theSameSourcesHaveTheSameAddress() {
        for (String name : Assets.SOURCES.keySet()) {
            String address = assets().address(name);
            assertEquals(address, assets().address(name));
            assertTrue(address.matches("assets/" + name + "\\?v=[0-9a-f]{8}"));
        }
    }

    private static Assets assets() {
        Map<Language, Messages> texts =
                Map.of(Language.JA, JteTheme.texts(Language.JA), Language.EN, JteTheme.texts(Language.EN));
        return Assets.load(texts, new TreeMap<>());
    }

    @Test
    void everyTextIsInBothLanguages() {
        Messages japanese = JteTheme.texts(Language.JA);
        Messages english = JteTheme.texts(Language.EN);
        assertEquals(japanese.keys(), english.keys());
        for (String key : japanese.keys()) {
            assertEquals(
                    places(japanese.find(key).orElseThrow()),
                    places(english.find(key).orElseThrow()),
                    key);
        }
    }

    /** The arguments that a text has places for. */
    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            if (text.contains("{" + i + "}")) {
                places.add("{" + i + "}");
            }
        }
        return places;
    }
}
