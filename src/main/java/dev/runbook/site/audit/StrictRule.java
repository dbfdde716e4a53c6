package dev.runbook.site.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an element may stand, so that a parser that mends mistakes would have none to mend: each one is opened and closed
 * by its own tag, and no tag closes another element. Stricter than HTML, and only for the elements that pages are made of.
 *
 * @param kind a bit by which others tell that it is open; 0 where none asks
 * @param not the kinds that must not be open around it
 * @param parents the elements that it stands directly in; empty for all that hold any
 * @param children the elements that it holds, and no text but spaces; empty for all, and text
 */
record StrictRule(String name, boolean isVoid, int kind, int not, List<String> parents, List<String> children) {
    private static final Map<String, StrictRule> ALL = new HashMap<>();
    private static final int PARAGRAPH = 1;
    private static final int HEADING = 2;

    static {
        // Their start tags would close a paragraph.
        any(0, PARAGRAPH, "article aside blockquote details div dl figcaption figure footer header main nav ol pre");
        any(0, PARAGRAPH, "section summary table ul");
        any(PARAGRAPH, PARAGRAPH, "p");
        any(HEADING, HEADING | PARAGRAPH, "h1 h2 h3 h4 h5 h6");
        // A parser opens and closes them on its own: none may stand inside its like.
        int kind = HEADING;
        for (String name : words("a b button code em i s small strong u")) {
            kind <<= 1;
            any(kind, kind, name);
        }
        any(0, 0, "abbr bdi cite del dfn ins kbd label mark noscript q ruby samp script span sub sup time var");
        for (String name : words("br img input wbr")) {
            add(name, true, 0, "", "");
        }
        add("hr", true, PARAGRAPH, "", "");
        add("html", false, 0, "", "head body");
        add("head", false, 0, "html", "link meta script title");
        add("body", false, 0, "html", "");
        add("link", true, 0, "head", "");
        add("meta", true, 0, "head", "");
        add("title", false, 0, "head", "");
        add("li", false, PARAGRAPH, "ul ol", "");
        add("dt", false, PARAGRAPH, "dl", "");
        add("dd", false, PARAGRAPH, "dl", "");
        add("rt", false, 0, "ruby", "");
        add("rp", false, 0, "ruby", "");
        add("table", false, PARAGRAPH, "", "thead tbody");
        add("thead", false, 0, "table", "tr");
        add("tbody", false, 0, "table", "tr");
        add("tr", false, 0, "thead tbody", "td th");
        add("th", false, 0, "tr", "");
        add("td", false, 0, "tr", "");
    }

    private static void any(int kind, int not, String names) {
        for (String name : words(names)) {
            ALL.put(name, new StrictRule(name, false, kind, not, List.of(), List.of()));
        }
    }

    private static void add(String name, boolean isVoid, int not, String parents, String children) {
        ALL.put(name, new StrictRule(name, isVoid, 0, not, words(parents), words(children)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    /** The rule for an element; null for one that no strict page has. */
    static @Nullable StrictRule of(String name) {
        return ALL.get(name);
    }

    boolean holdsText() {
        return children.isEmpty();
    }

    /** Whether it may begin here. */
    boolean fits(OpenElements open) {
        StrictRule parent = open.innermost();
        if (parent == null) {
            return name.equals("html");
        }
        return (open.kinds() & not) == 0
                && (parents.isEmpty() || parents.contains(parent.name))
                && (parent.children.isEmpty() || parent.children.contains(name));
    }
}
