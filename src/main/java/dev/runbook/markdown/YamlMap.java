package dev.runbook.markdown;

import dev.runbook.model.Located;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML mapping whose values are asked for by name and type; what does not fit is reported where it stands. */
final class YamlMap {
    /** What a value must look like, as it is shown to the user. */
    private static final String TEXT = "\"…\"";

    private static final String LIST = "[a, b]";
    private static final String MAP = "{key: value}";
    private static final String FLAG = "true / false";

    private final YamlSource source;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Span> keys = new LinkedHashMap<>();

    private YamlMap(YamlSource source) {
        this.source = source;
    }

    /** A node as a mapping; empty, and reported, if it is none. */
    static Optional<YamlMap> of(Node node, String name, YamlSource source) {
        if (!(node instanceof MappingNode mapping)) {
            wrongType(source, node, name, MAP);
            return Optional.empty();
        }
        YamlMap map = new YamlMap(source);
        for (NodeTuple tuple : mapping.getValue()) {
            map.put(tuple.getKeyNode(), tuple.getValueNode());
        }
        return Optional.of(map);
    }

    private void put(Node keyNode, Node value) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            wrongType(source, keyNode, "?", TEXT);
            return;
        }
        String key = scalar.getValue();
        if (values.putIfAbsent(key, value) != null) {
            source.problems().add(MarkdownCode.DUPLICATE_KEY, source.span(keyNode), key);
        } else {
            keys.put(key, source.span(keyNode));
        }
    }

    /** Reports keys that are not among those known. */
    void checkKeys(List<String> known) {
        keys.forEach((key, span) -> {
            if (!known.contains(key)) {
                source.problems().add(MarkdownCode.UNKNOWN_KEY, span, key, Suggestions.offer(key, known));
            }
        });
    }

    /** The keys in the order of the source, each with its place. */
    Map<String, Span> keys() {
        return keys;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The place of a value that is there. */
    Span valueSpan(String key) {
        Node node = values.get(key);
        return node == null ? Span.startOf(source.problems().file().name()) : source.span(node);
    }

    Optional<Located<String>> text(String key) {
        return Optional.ofNullable(values.get(key)).flatMap(node -> text(node, key));
    }

    private Optional<Located<String>> text(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            wrongType(source, node, key, TEXT);
            return Optional.empty();
        }
        return Optional.of(new Located<>(scalar.getValue(), source.span(node)));
    }

    /** A text, number or truth value as it is written; a text may be empty. */
    Optional<String> scalar(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            wrongType(source, node, key, TEXT);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    List<Located<String>> texts(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrongType(source, node, key, LIST);
            return List.of();
        }
        List<Located<String>> texts = new ArrayList<>();
        sequence.getValue().forEach(item -> text(item, key).ifPresent(texts::add));
        return texts;
    }

    boolean flag(String key) {
        Node node = values.get(key);
        if (node == null) {
            return false;
        }
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.BOOL)) {
            wrongType(source, node, key, FLAG);
            return false;
        }
        return scalar.getValue().equalsIgnoreCase("true");
    }

    Optional<YamlMap> map(String key) {
        return Optional.ofNullable(values.get(key)).flatMap(node -> of(node, key, source));
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    private static void wrongType(YamlSource source, Node node, String key, String expected) {
        source.problems().add(MarkdownCode.WRONG_TYPE, source.span(node), key, expected);
    }
}
