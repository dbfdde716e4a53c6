package dev.runbook.site.audit;

import java.util.ArrayList;
import java.util.List;

/** An element's start as a reader found it, in lower case and decoded. Readers may use one again for the next element. */
final class Tag {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private String name = "";
    private boolean inMain;

    /**
     * Begins another element.
     *
     * @param inMain whether it stands somewhere inside {@code main}
     */
    void begin(String name, boolean inMain) {
        this.name = name;
        this.inMain = inMain;
        names.clear();
        values.clear();
    }

    void attribute(String name, String value) {
        names.add(name);
        values.add(value);
    }

    String name() {
        return name;
    }

    boolean inMain() {
        return inMain;
    }

    int attributes() {
        return names.size();
    }

    String attributeName(int index) {
        return names.get(index);
    }

    String attributeValue(int index) {
        return values.get(index);
    }

    boolean has(String attribute) {
        return names.contains(attribute);
    }

    /** The value; empty where there is no such attribute. */
    String value(String attribute) {
        int index = names.indexOf(attribute);
        return index < 0 ? "" : values.get(index);
    }
}
