package dev.runbook.check;

import dev.runbook.model.Html;
import java.util.ArrayList;
import java.util.List;

/** What a reader sees of HTML, code left out. */
final class RenderedText {
    private RenderedText() {}

    /** The text between tags, piece by piece, without what stands in {@code <code>}. */
    static List<String> of(Html html) {
        StringBuilder whole = new StringBuilder();
        for (Html.Piece piece : html.pieces()) {
            if (piece instanceof Html.Text text) {
                whole.append(text.html());
            }
        }
        List<String> texts = new ArrayList<>();
        boolean code = false;
        int at = 0;
        while (at < whole.length()) {
            int open = whole.indexOf("<", at);
            int end = open < 0 ? whole.length() : open;
            if (end > at && !code) {
                texts.add(decoded(whole.substring(at, end)));
            }
            if (open < 0) {
                break;
            }
            if (whole.indexOf("<code", open) == open) {
                code = true;
            } else if (whole.indexOf("</code", open) == open) {
                code = false;
            }
            int close = whole.indexOf(">", open);
            at = close < 0 ? whole.length() : close + 1;
        }
        return texts;
    }

    private static String decoded(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }
}
