package dev.runbook.markdown;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Which HTML an author may write: jsoup's list for articles, some elements more, and what the handbook allows. */
final class HtmlPolicy {
    /** Elements that run something, load something, take input, or change the page around them. No handbook allows them. */
    static final Set<String> FORBIDDEN = Set.of(
            "applet",
            "base",
            "body",
            "button",
            "embed",
            "fieldset",
            "form",
            "frame",
            "frameset",
            "head",
            "html",
            "iframe",
            "input",
            "label",
            "link",
            "main",
            "math",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "optgroup",
            "option",
            "param",
            "plaintext",
            "portal",
            "script",
            "select",
            "slot",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp");

    /** Forbidden elements whose content is no text for readers. */
    static final Set<String> WITHOUT_TEXT = Set.of(
            "iframe",
            "math",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp");

    /** Elements that have no end tag. */
    static final Set<String> VOID = Set.of("area", "br", "col", "hr", "img", "source", "track", "wbr");

    /** Attributes whose value the browser loads; {@code href} and {@code cite} lead the reader. */
    static final Set<String> LOADED = Set.of("src", "poster");

    static final Set<String> LINKS = Set.of("href", "cite");

    private static final String[] MEDIA_ATTRIBUTES = {
        "controls",
        "datetime",
        "height",
        "high",
        "kind",
        "label",
        "loop",
        "low",
        "max",
        "min",
        "muted",
        "open",
        "optimum",
        "poster",
        "preload",
        "src",
        "srclang",
        "start",
        "type",
        "value",
        "width"
    };

    private final Safelist safelist;

    HtmlPolicy(Set<String> allowed) {
        safelist = Safelist.relaxed()
                .addTags(
                        "abbr",
                        "bdi",
                        "bdo",
                        "del",
                        "details",
                        "dfn",
                        "figcaption",
                        "figure",
                        "hr",
                        "ins",
                        "kbd",
                        "mark",
                        "rp",
                        "rt",
                        "ruby",
                        "s",
                        "samp",
                        "section",
                        "summary",
                        "time",
                        "var",
                        "wbr")
                .addAttributes("details", "open")
                .addAttributes("time", "datetime")
                .addAttributes(":all", "id", "lang", "dir", "title")
                .addAttributes("a", "name")
                // Schemes are checked by Urls, in one place for Markdown's links and these.
                .removeProtocols("a", "href", "ftp", "http", "https", "mailto")
                .removeProtocols("blockquote", "cite", "http", "https")
                .removeProtocols("cite", "cite", "http", "https")
                .removeProtocols("img", "src", "http", "https")
                .removeProtocols("q", "cite", "http", "https");
        for (String element : allowed) {
            if (!FORBIDDEN.contains(element)) {
                safelist.addTags(element).addAttributes(element, MEDIA_ATTRIBUTES);
            }
        }
    }

    boolean allows(String element) {
        return safelist.isSafeTag(element);
    }

    boolean allows(Element element, Attribute attribute) {
        return safelist.isSafeAttribute(element.normalName(), element, attribute);
    }
}
