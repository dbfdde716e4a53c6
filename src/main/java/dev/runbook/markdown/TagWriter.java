package dev.runbook.markdown;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Writes the start tags that the policy allows, with the attributes that it allows. */
final class TagWriter {
    private final HtmlWriter out;
    private final HtmlPolicy policy;
    private final Problems problems;
    private final Ids ids;
    private final Set<String> anchors = new LinkedHashSet<>();

    TagWriter(HtmlWriter out, HtmlPolicy policy, Problems problems, Ids ids) {
        this.out = out;
        this.policy = policy;
        this.problems = problems;
        this.ids = ids;
    }

    boolean allows(String element) {
        return policy.allows(element);
    }

    Set<String> anchors() {
        return anchors;
    }

    /** Writes the start tag that stands from one index of the source to another. */
    void write(HtmlSource source, int at, int end) {
        // As XML, since HTML's parser would move or drop a tag that stands alone.
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setTrackPosition(true);
        Document parsed = parser.parseInput(source.text().substring(at, end), "");
        Element element = parsed.firstElementChild();
        if (element == null) {
            return;
        }
        out.raw("<" + element.normalName());
        for (Attribute attribute : element.attributes()) {
            Range.AttributeRange range = attribute.sourceRange();
            int start = source.offset(at + Math.max(0, range.nameRange().startPos()));
            int stop = source.offset(at + Math.max(0, range.valueRange().endPos()));
            attribute(element, attribute, start, Math.max(start, stop));
        }
        out.raw(HtmlPolicy.VOID.contains(element.normalName()) ? " />" : ">");
    }

    private void attribute(Element element, Attribute attribute, int start, int end) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        if (!policy.allows(element, attribute)) {
            problems.add(MarkdownCode.UNSAFE_HTML, start, end, name + "=");
        } else if (name.equals("id") || name.equals("name")) {
            id(value, start, end);
        } else if (HtmlPolicy.LINKS.contains(name) || HtmlPolicy.LOADED.contains(name)) {
            link(name, value, start, end);
        } else {
            out.raw(" " + name + "=\"");
            out.text(value);
            out.raw("\"");
        }
    }

    private void link(String name, String value, int start, int end) {
        if (!Urls.isSafe(value)) {
            problems.add(MarkdownCode.UNSAFE_LINK, start, end, value);
            return;
        }
        out.raw(" " + name + "=\"");
        out.target(
                Urls.encode(value.strip()),
                HtmlPolicy.LOADED.contains(name),
                problems.file().span(start, end));
        out.raw("\"");
    }

    /** {@code <a name>} is what people wrote before {@code id}; it is the same to a link. */
    private void id(String value, int start, int end) {
        if (!Ids.isValid(value)) {
            problems.add(MarkdownCode.BAD_ID, start, end, value);
            return;
        }
        int line = ids.take(value, problems.file().lineAt(start));
        if (line > 0) {
            problems.add(MarkdownCode.DUPLICATE_ID, start, end, value, line);
            return;
        }
        anchors.add(value);
        out.raw(" id=\"");
        out.text(value);
        out.raw("\"");
    }
}
