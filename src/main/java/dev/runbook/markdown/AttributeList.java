package dev.runbook.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Pandoc attribute list: {@code {#id .class key=value flag}}.
 *
 * @param id without {@code #}
 * @param classes without their dots, in order
 * @param attributes by key, in order
 * @param source as written, braces included
 */
record AttributeList(
        Optional<SourceText> id, List<SourceText> classes, Map<String, Attribute> attributes, SourceText source) {
    static AttributeList none(int offset) {
        return new AttributeList(Optional.empty(), List.of(), Map.of(), new SourceText("", offset));
    }

    boolean isEmpty() {
        return id.isEmpty() && classes.isEmpty() && attributes.isEmpty();
    }
}
