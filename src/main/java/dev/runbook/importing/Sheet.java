package dev.runbook.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page's text as it grows, and which of its lines holds which of the memo's. */
final class Sheet {
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Integer> placed = new TreeMap<>();
    private String indent = "";

    /** What is written from now on stands this far from the margin: inside of a list's item. */
    void indent(String spaces) {
        indent = spaces;
    }

    void add(String text) {
        lines.add(text.isEmpty() ? "" : indent + text);
    }

    /** Adds a line that holds one of the memo's. */
    void add(String text, MemoLine from) {
        placed.put(from.number(), lines.size());
        add(text);
    }

    /** Separates what follows from what is there; once is enough. */
    void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    /** The page with what stands above its text, entered into the account. */
    String finish(List<String> head, String file, Account account) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        placed.forEach((memo, at) -> account.place(memo, file, head.size() + at + 1));
        List<String> all = new ArrayList<>(head);
        all.addAll(lines);
        return String.join("\n", all).stripTrailing() + "\n";
    }
}
