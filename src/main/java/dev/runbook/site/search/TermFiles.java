package dev.runbook.site.search;

import dev.runbook.site.search.SearchIndex.Postings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Writes terms and their postings. A file has the number of its terms; for each, what it shares with the one before and
 * what follows; then for each, the number of its pages, doubled, and one more where they have a file of their own, whose
 * number follows; then the pages of all others as differences, less one; then their levels, a byte each.
 */
final class TermFiles {
    private final SortedMap<String, Postings> terms;
    private final int size;
    private final int common;
    private final BiConsumer<String, byte[]> out;

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
    TermFiles(SortedMap<String, Postings> terms, int size, int common, BiConsumer<String, byte[]> out) {
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
            if (written + counts.size() + pages.size() + levels.size() >= size) {
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
        own.writeBytes(ownLevels.toByteArray());
        out.accept("p" + alone++, own.toByteArray());
    }

    private static void postings(Postings postings, ByteArrayOutputStream pages, ByteArrayOutputStream levels) {
        int last = -1;
        for (int i = 0; i < postings.size(); i++) {
            IndexFiles.number(pages, postings.page(i) - last - 1);
            last = postings.page(i);
            levels.write(postings.level(i));
        }
    }

    private void finish() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        IndexFiles.number(file, names.size());
        String last = "";
        for (String name : names) {
            int shared = 0;
            int most = Math.min(last.length(), name.length());
            while (shared < most && last.charAt(shared) == name.charAt(shared)) {
                shared++;
            }
            byte[] rest = name.substring(shared).getBytes(StandardCharsets.UTF_8);
            IndexFiles.number(file, shared);
            IndexFiles.number(file, rest.length);
            file.writeBytes(rest);
            last = name;
        }
        file.writeBytes(counts.toByteArray());
        file.writeBytes(pages.toByteArray());
        file.writeBytes(levels.toByteArray());
        out.accept("t" + firsts.size(), file.toByteArray());
        firsts.add(names.get(0));
        names.clear();
        counts.reset();
        pages.reset();
        levels.reset();
    }
}
