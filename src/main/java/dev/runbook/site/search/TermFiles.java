package dev.runbook.site.search;

import dev.runbook.site.search.SearchIndex.Postings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Writes terms and their postings. A file has the number of its terms; for each, how many characters it shares with the
 * one before and how many bytes follow; all these bytes; then for each, the number of its pages, doubled, and one more where they have a file of their own, whose
 * number follows; then the pages of all others as differences, less one; then their levels, two a byte, the first in its
 * low half. Lengths, names, numbers, pages and levels are parts of their own.
 */
final class TermFiles {
    private final SortedMap<String, Postings> terms;
    private final int size;
    private final int common;
    private final BiConsumer<String, List<byte[]>> out;

    private final List<String> firsts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final ByteArrayOutputStream counts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private int alone;

    /**
     * @param size bytes that end a file
     * @param common the number of pages from which a term has a file of its own
     */
    TermFiles(SortedMap<String, Postings> terms, int size, int common, BiConsumer<String, List<byte[]>> out) {
        this.terms = terms;
        this.size = size;
        this.common = common;
        this.out = out;
    }

    /** The first term of each file. */
    List<String> write() {
        int written = 0;
        for (var entry : terms.entrySet()) {
            names.add(entry.getKey());
            written += entry.getKey().length() + 1;
            add(entry.getValue());
            if (written + counts.size() + pages.size() + levels.size() / 2 >= size) {
                finish();
                written = 0;
            }
        }
        if (!names.isEmpty()) {
            finish();
        }
        return firsts;
    }

    private void add(Postings postings) {
        if (postings.size() < common) {
            IndexFiles.number(counts, postings.size() * 2);
            postings(postings, pages, levels);
            return;
        }
        IndexFiles.number(counts, postings.size() * 2 + 1);
        IndexFiles.number(counts, alone);
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        ByteArrayOutputStream ownLevels = new ByteArrayOutputStream();
        postings(postings, own, ownLevels);
        out.accept("p" + alone++, List.of(own.toByteArray(), paired(ownLevels)));
    }

    private static void postings(Postings postings, ByteArrayOutputStream pages, ByteArrayOutputStream levels) {
        int last = -1;
        for (int i = 0; i < postings.size(); i++) {
            IndexFiles.number(pages, postings.page(i) - last - 1);
            last = postings.page(i);
            levels.write(postings.level(i));
        }
    }

    private static byte[] paired(ByteArrayOutputStream levels) {
        byte[] each = levels.toByteArray();
        byte[] paired = new byte[(each.length + 1) / 2];
        for (int i = 0; i < each.length; i++) {
            paired[i / 2] |= (byte) (each[i] << (i % 2 * 4));
        }
        return paired;
    }

    private void finish() {
        ByteArrayOutputStream lengths = new ByteArrayOutputStream();
        ByteArrayOutputStream rests = new ByteArrayOutputStream();
        IndexFiles.number(lengths, names.size());
        String last = "";
        for (String name : names) {
            int shared = 0;
            int most = Math.min(last.length(), name.length());
            while (shared < most && last.charAt(shared) == name.charAt(shared)) {
                shared++;
            }
            byte[] rest = name.substring(shared).getBytes(StandardCharsets.UTF_8);
            IndexFiles.number(lengths, shared);
            IndexFiles.number(lengths, rest.length);
            rests.writeBytes(rest);
            last = name;
        }
        out.accept(
                "t" + firsts.size(),
                List.of(
                        lengths.toByteArray(),
                        rests.toByteArray(),
                        counts.toByteArray(),
                        pages.toByteArray(),
                        paired(levels)));
        firsts.add(names.get(0));
        names.clear();
        counts.reset();
        pages.reset();
        levels.reset();
    }
}
