package dev.runbook.markdown;

import dev.runbook.model.Html;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts HTML together, piece by piece. */
final class HtmlWriter {
    private final List<Html.Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean lineStart = true;

    /** Appends finished HTML. */
    void raw(String html) {
        if (!html.isEmpty()) {
            text.append(html);
            lineStart = html.charAt(html.length() - 1) == '\n';
        }
    }

    /** Appends text, with what is syntax in HTML escaped; fit for attribute values too. */
    void text(String plain) {
        if (plain.isEmpty()) {
            return;
        }
        int done = 0;
        for (int i = 0; i < plain.length(); i++) {
            String reference = reference(plain.charAt(i));
            if (!reference.isEmpty()) {
                text.append(plain, done, i).append(reference);
                done = i + 1;
            }
        }
        text.append(plain, done, plain.length());
        lineStart = plain.charAt(plain.length() - 1) == '\n';
    }

    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
        };
    }

    /** Appends a link's destination, which only the site can resolve. */
    void target(String destination, boolean image, Span span) {
        endText();
        pieces.add(new Html.Target(destination, image, span));
        lineStart = false;
    }

    /** Begins a new line unless at the start of one. */
    void line() {
        if (!lineStart) {
            raw("\n");
        }
    }

    /** All that was written since the last time. */
    Html take() {
        endText();
        Html html = pieces.isEmpty() ? Html.EMPTY : new Html(pieces);
        pieces.clear();
        lineStart = true;
        return html;
    }

    private void endText() {
        if (text.length() > 0) {
            pieces.add(new Html.Text(text.toString()));
            text.setLength(0);
        }
    }
}
