package dev.runbook.site;

import dev.runbook.check.LinkResolver;
import dev.runbook.check.Resolved;
import dev.runbook.model.Html;
import dev.runbook.model.Html.Piece;
import dev.runbook.model.Html.Target;
import dev.runbook.model.Html.Text;
import dev.runbook.model.Runbook;

/** Prose with its links as they are in the site. */
final class ProseHtml {
    private final SiteContext site;
    private final Runbook shown;
    private final Place place;

    /**
     * @param shown the version whose text it is
     * @param place the page that it stands on; links stay in this page's language
     */
    ProseHtml(SiteContext site, Runbook shown, Place place) {
        this.site = site;
        this.shown = shown;
        this.place = place;
    }

    String render(Html html) {
        String rendered = linked(html);
        return rendered.contains("<table") ? boxed(rendered) : rendered;
    }

    private String linked(Html html) {
        if (html.pieces().size() == 1 && html.pieces().get(0) instanceof Text text) {
            return text.html();
        }
        StringBuilder out = new StringBuilder();
        for (Piece piece : html.pieces()) {
            if (piece instanceof Target target) {
                out.append(attribute(site.links(), target));
            } else if (piece instanceof Text text) {
                out.append(text.html());
            }
        }
        return out.toString();
    }

    /**
     * With each table in a box. The box scrolls where the table is wider than the screen: one that scrolls by itself is no
     * table any more to a screen reader.
     */
    private String boxed(String html) {
        String label = Escape.html(site.theme().text(place.language(), "table.label"));
        StringBuilder out = new StringBuilder(html.length() + 128);
        HtmlTokens.walk(html, new HtmlTokens.Sink() {
            @Override
            public void tag(String text, int start, int end, String name) {
                if (name.equals("table")) {
                    out.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                            .append(label)
                            .append("\">");
                }
                out.append(text, start, end);
                if (name.equals("/table")) {
                    out.append("</div>");
                }
            }

            @Override
            public void text(String text, int start, int end) {
                out.append(text, start, end);
            }
        });
        return out.toString();
    }

    /** The attribute's value without its quotes; what belongs to other attributes follows behind a quote of its own. */
    private String attribute(LinkResolver links, Target target) {
        return links.resolve(shown, target.destination()).accept(new Resolved.Visitor<String>() {
            @Override
            public String external(Resolved.External external) {
                String url = Escape.html(external.url());
                boolean page = url.startsWith("http:") || url.startsWith("https:") || url.startsWith("//");
                return page && !target.image() ? url + "\" rel=\"noopener noreferrer" : url;
            }

            @Override
            public String anchor(Resolved.Anchor anchor) {
                return "#" + SitePaths.encode(anchor.id());
            }

            @Override
            public String page(Resolved.ToPage page) {
                String path = SitePaths.encode(site.paths().page(page.page(), place.language()));
                String fragment =
                        page.fragment().map(f -> "#" + SitePaths.encode(f)).orElse("");
                return place.linkTo(path) + fragment;
            }

            @Override
            public String asset(Resolved.ToAsset asset) {
                return place.linkTo(SitePaths.encode(asset.path()));
            }

            @Override
            public String broken(Resolved.Broken broken) {
                return (target.image() ? "" : "#") + "\" class=\"broken";
            }
        });
    }
}
