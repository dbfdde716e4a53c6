package dev.runbook.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's alerts: quotes whose first line is {@code [!WARNING]}. */
final class Alerts {
    static final List<String> KINDS = List.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");
    private static final Pattern MARKER = Pattern.compile("\\[!([A-Za-z]+)\\]\\s*");

    private Alerts() {}

    /** The kind of alert that a quote is, lower case; empty if it is a quote. The marker is taken away. */
    static Optional<String> take(BlockQuote quote, Positions positions, Problems problems) {
        if (!(quote.getFirstChild() instanceof Paragraph first)) {
            return Optional.empty();
        }
        List<Node> line = firstLine(first);
        StringBuilder source = new StringBuilder();
        line.forEach(node -> source.append(node.getChars()));
        Matcher marker = MARKER.matcher(source);
        if (line.isEmpty() || !marker.matches()) {
            return Optional.empty();
        }
        String kind = marker.group(1).toUpperCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            problems.add(
                    MarkdownCode.UNKNOWN_ALERT,
                    positions.start(line.get(0)),
                    positions.end(line.get(line.size() - 1)),
                    marker.group(1),
                    Suggestions.offer(kind, KINDS));
            return Optional.empty();
        }
        line.forEach(Node::unlink);
        Node next = first.getFirstChild();
        if (next == null) {
            first.unlink();
        } else {
            next.unlink();
        }
        return Optional.of(kind.toLowerCase(Locale.ROOT));
    }

    /** The texts up to the first line break; none if there is anything else among them. */
    private static List<Node> firstLine(Paragraph paragraph) {
        List<Node> nodes = new ArrayList<>();
        Node node = paragraph.getFirstChild();
        while (node != null && !(node instanceof SoftLineBreak)) {
            if (!(node instanceof Text)) {
                return List.of();
            }
            nodes.add(node);
            node = node.getNext();
        }
        return nodes;
    }
}
