package dev.runbook.site.search;

import dev.runbook.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The index as files: {@code index} says what there is; {@code t0}, {@code t1} … hold terms in order, {@code p0} … what a
 * common term alone needs, {@code x0} … the texts of pages, {@code s} the encoding of those and what they share, {@code w3}
 * … words of a length. A small one is a single file.
 */
final class IndexFiles {
    /**
     * How large files get.
     *
     * @param single bytes; up to this size one request is better than several
     * @param terms bytes before they are deflated, to about the half
     * @param common the number of pages from which a term has a file of its own
     * @param texts characters, which deflate to about half as many bytes
     */
    record Sizes(int single, int terms, int common, int texts) {
        static final Sizes USUAL = new Sizes(300_000, 4096, 1024, 5000);
    }

    private static final byte[] NONE = {};

    private final Sizes sizes;
    private final SearchIndex index;
    private byte[] shared = {};
    private final Map<String, List<byte[]>> parts = new LinkedHashMap<>();

    IndexFiles(SearchIndex index, Sizes sizes) {
        this.index = index;
        this.sizes = sizes;
    }

    SortedMap<String, byte[]> files() {
        Map<String, Object> contents = new LinkedHashMap<>();
        Map<String, Integer> languages = new LinkedHashMap<>();
        index.languages().forEach((language, pages) -> languages.put(language.code(), pages));
        contents.put("languages", languages);
        contents.put("terms", new TermFiles(index.terms(), sizes.terms(), sizes.common(), parts::put).write());
        contents.put("texts", texts());
        contents.put("words", words());
        contents.put("synonyms", index.synonyms().groups());
        byte[] head = utf8(Json.compact(contents));
        String version = digest(head);
        return written(head, version);
    }

    private SortedMap<String, byte[]> written(byte[] head, String version) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Map.Entry<String, List<byte[]>>> all = new ArrayList<>(parts.entrySet());
        List<String> calls = all.parallelStream()
                .map(part -> Packed.call(
                        part.getKey(), part.getValue(), part.getKey().startsWith("x") ? shared : NONE, version))
                .toList();
        String first = Packed.call("index", List.of(head), NONE, version);
        long size =
                2L * (first.length() + calls.stream().mapToLong(String::length).sum());
        if (size <= sizes.single()) {
            files.put(SearchIndex.FOLDER + "index.js", Packed.withMark(String.join("", calls) + first));
            return files;
        }
        files.put(SearchIndex.FOLDER + "index.js", Packed.withMark(first));
        IntStream.range(0, calls.size())
                .forEach(i ->
                        files.put(SearchIndex.FOLDER + all.get(i).getKey() + ".js", Packed.withMark(calls.get(i))));
        return files;
    }

    /** How many pages each file of texts has. */
    private List<Integer> texts() {
        List<String> records = index.pages().parallelStream()
                .map(p -> Json.compact(PageRecord.of(p)))
                .toList();
        TextCode code = TextCode.of(records);
        shared = SharedText.of(records, code);
        parts.put("s", List.of(code.table(), shared));
        List<Integer> counts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int pages = 0;
        for (int i = 0; i < records.size(); i++) {
            text.append(pages++ == 0 ? "[" : ",").append(records.get(i));
            if (text.length() >= sizes.texts() || i == records.size() - 1) {
                parts.put(
                        "x" + counts.size(),
                        List.of(code.encoded(text.append(']').toString())));
                counts.add(pages);
                text.setLength(0);
                pages = 0;
            }
        }
        return counts;
    }

    private List<Integer> words() {
        index.words().forEach((length, words) -> parts.put("w" + length, List.of(utf8(String.join("\n", words)))));
        return List.copyOf(index.words().keySet());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of all parts: files of one index never meet those of another in a browser's cache. */
    private String digest(byte[] head) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            parts.values().forEach(part -> part.forEach(digest::update));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Numbers of seven bits a byte, the lowest first, the eighth bit set on all but the last byte. */
    static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >= 0x80) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
