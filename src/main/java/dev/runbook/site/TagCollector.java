package dev.runbook.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the tags of nodes; spellings that differ in case or width only are one tag. */
final class TagCollector {
    private final Map<String, List<Node>> nodes = new LinkedHashMap<>();
    private final Map<String, String> nameOfKey = new LinkedHashMap<>();
    private final Map<String, String> keyOfName = new LinkedHashMap<>();
    private final Map<String, Tag> byKey = new TreeMap<>();

    TagCollector(List<Node> order) {
        for (Node node : order) {
            node.page().ifPresent(p -> p.original().frontMatter().tags().forEach(t -> add(t.value(), node)));
        }
        TagSlugs slugs = new TagSlugs();
        for (String key : new TreeMap<>(nodes).keySet()) {
            String name = nameOfKey.getOrDefault(key, key);
            byKey.put(key, new Tag(name, slugs.next(key), nodes.getOrDefault(key, List.of())));
        }
    }

    private void add(String name, Node node) {
        String key = keyOfName.computeIfAbsent(name, TagSlugs::key);
        nameOfKey.putIfAbsent(key, name);
        List<Node> tagged = nodes.computeIfAbsent(key, k -> new ArrayList<>());
        if (tagged.isEmpty() || !tagged.get(tagged.size() - 1).equals(node)) {
            tagged.add(node);
        }
    }

    List<Tag> tags() {
        return List.copyOf(byKey.values());
    }

    Map<String, Tag> byName() {
        Map<String, Tag> tags = new LinkedHashMap<>();
        keyOfName.forEach((name, key) -> Optional.ofNullable(byKey.get(key)).ifPresent(tag -> tags.put(name, tag)));
        return tags;
    }
}
