package dev.runbook.site.view;

/**
 * A link with a plain text.
 *
 * @param current whether it leads to the page that it stands on
 */
public record Link(String text, String href, boolean current) {
    public static Link to(String text, String href) {
        return new Link(text, href, false);
    }
}
