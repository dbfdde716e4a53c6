package dev.runbook.site.view;

import java.util.List;
import java.util.Optional;

/**
 * A runbook's page, or any other page written in Markdown.
 *
 * @param key what the browser remembers values and ticks under: the runbook's id, the same in all languages
 * @param translated whether the text is in the page's language
 * @param tags links to the tags' pages
 * @param requires links to the runbooks that must have been carried out before
 * @param risk {@code low}, {@code medium} or {@code high}
 * @param procedure whether there is any step
 * @param verification empty on a site without results, and for a page that is only read
 */
public record RunbookView(
        Frame frame,
        String key,
        boolean translated,
        List<Link> tags,
        List<Link> requires,
        Optional<String> risk,
        Optional<String> duration,
        List<Field> params,
        boolean procedure,
        Optional<Verification> verification,
        List<Part> parts) {

    /** The same in a frame that leads to no other page. */
    public RunbookView alone() {
        return new RunbookView(
                frame.alone(), key, translated, tags, requires, risk, duration, params, procedure, verification, parts);
    }

    /** A parameter that the reader may type a value for. */
    public record Field(String name, String label, String defaultValue, Optional<String> pattern, boolean secret) {}
}
