package dev.runbook.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one attribute list, character by character, so that each part keeps its place. */
final class AttributeParser {
    private final SourceText source;
    private final Problems problems;
    private final List<SourceText> classes = new ArrayList<>();
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private @Nullable SourceText id;
    private int at;

    private AttributeParser(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Reads a list; what is wrong with its form is reported, and the rest is kept.
     *
     * @param source from the opening brace to the end of the line
     */
    static AttributeList parse(SourceText source, Problems problems) {
        return new AttributeParser(source, problems).list();
    }

    private AttributeList list() {
        String text = source.text();
        at = 1;
        boolean closed = false;
        while (at < text.length() && !closed) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '}') {
                at++;
                closed = true;
            } else {
                item(c);
            }
        }
        if (!closed) {
            problems.add(MarkdownCode.UNCLOSED_ATTRIBUTES, source.start(), source.end());
        } else if (!text.substring(at).isBlank()) {
            problems.add(
                    MarkdownCode.MALFORMED_ATTRIBUTES,
                    source.start() + at,
                    source.end(),
                    text.substring(at).strip());
        }
        return new AttributeList(Optional.ofNullable(id), List.copyOf(classes), attributes, source.part(0, at));
    }

    private void item(char first) {
        if (first == '#') {
            id();
        } else if (first == '.') {
            classNamed();
        } else {
            attribute();
        }
    }

    private void id() {
        int from = at;
        SourceText word = word(at + 1);
        if (!Ids.isValid(word.text())) {
            problems.add(MarkdownCode.BAD_ID, source.start() + from, word.end(), word.text());
        } else if (id != null) {
            problems.add(MarkdownCode.DUPLICATE_ATTRIBUTE, source.start() + from, word.end(), "#" + word.text());
        } else {
            id = word;
        }
    }

    private void classNamed() {
        int from = at;
        SourceText word = word(at + 1);
        if (!isName(word.text())) {
            malformed(from);
        } else if (classes.stream().anyMatch(c -> c.text().equals(word.text()))) {
            problems.add(MarkdownCode.DUPLICATE_ATTRIBUTE, source.start() + from, word.end(), "." + word.text());
        } else {
            classes.add(word);
        }
    }

    private void attribute() {
        int from = at;
        String text = source.text();
        int end = at;
        while (end < text.length() && isNameChar(text.charAt(end))) {
            end++;
        }
        SourceText key = source.part(from, end);
        if (!isName(key.text())) {
            word(from);
            malformed(from);
            return;
        }
        at = end;
        if (end == text.length() || text.charAt(end) != '=') {
            if (end < text.length() && " \t}".indexOf(text.charAt(end)) < 0) {
                word(from);
                malformed(from);
                return;
            }
            put(new Attribute(key, source.part(end, end), true));
            return;
        }
        at = end + 1;
        SourceText value = at < text.length() && text.charAt(at) == '"' ? quoted(from) : word(at);
        put(new Attribute(key, value, false));
    }

    private SourceText quoted(int itemStart) {
        String text = source.text();
        StringBuilder value = new StringBuilder();
        int from = at + 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return new SourceText(value.toString(), source.start() + from);
            }
            boolean escape = c == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
            value.append(escape ? text.charAt(++i) : c);
        }
        at = text.length();
        malformed(itemStart);
        return new SourceText(value.toString(), source.start() + from);
    }

    private void put(Attribute attribute) {
        if (attributes.putIfAbsent(attribute.name(), attribute) != null) {
            SourceText key = attribute.key();
            problems.add(MarkdownCode.DUPLICATE_ATTRIBUTE, key.start(), key.end(), key.text());
        }
    }

    private void malformed(int from) {
        problems.add(
                MarkdownCode.MALFORMED_ATTRIBUTES,
                source.start() + from,
                source.start() + at,
                source.text().substring(from, at));
    }

    /** All up to the next space or closing brace; moves on behind it. */
    private SourceText word(int from) {
        String text = source.text();
        int end = from;
        int depth = 0;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) < 0) {
            // ${NAME} is part of a value.
            if (text.charAt(end) == '{') {
                depth++;
            } else if (text.charAt(end) == '}' && --depth < 0) {
                break;
            }
            end++;
        }
        at = end;
        return source.part(from, end);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> isNameChar((char) c));
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
