package dev.runbook.site;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's HTML as it is in a file of its own: nothing in it needs another file. */
final class LonePage {
    private static final Set<String> LOADS = Set.of("img", "video", "audio", "source", "track");
    private static final Pattern ADDRESS = Pattern.compile(" (href|src|poster|srcset)=\"([^\"]*)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private final Optional<URI> address;
    private final Place place;
    private final Function<String, Optional<String>> inside;

    /**
     * For a page.
     *
     * @param place where it is in the site
     * @param inside a file of the handbook as a {@code data:} address, by its path; empty where there is no such file
     */
    LonePage(SiteContext site, Place place, Function<String, Optional<String>> inside) {
        this.address = site.config().baseUrl().map(base -> URI.create(base + SitePaths.encode(place.path())));
        this.place = place;
        this.inside = inside;
    }

    String of(String html) {
        StringBuilder out = new StringBuilder(html.length() * 2);
        HtmlTokens.walk(html, new HtmlTokens.Sink() {
            @Override
            public void tag(String text, int start, int end, String name) {
                String tag = text.substring(start, end);
                if (name.equals("a")) {
                    boolean term = tag.startsWith("<a class=\"term\"");
                    tag = ADDRESS.matcher(tag).replaceAll(m -> Matcher.quoteReplacement(link(m, term)));
                } else if (LOADS.contains(name)) {
                    tag = ADDRESS.matcher(tag).replaceAll(m -> Matcher.quoteReplacement(load(m)));
                }
                out.append(tag);
            }

            @Override
            public void text(String text, int start, int end) {
                out.append(text, start, end);
            }
        });
        return out.toString();
    }

    /**
     * To another page: at the site's address where it is known, else to nowhere. A glossary's word without its link is
     * still reached by the keyboard, since it shows its meaning there.
     */
    private String link(MatchResult found, boolean term) {
        String target = found.group(2);
        if (target.startsWith("#") || ELSEWHERE.matcher(target).matches()) {
            return found.group();
        }
        return address.map(base -> " href=\"" + base.resolve(target) + "\"").orElse(term ? " tabindex=\"0\"" : "");
    }

    private String load(MatchResult found) {
        String target = found.group(2);
        if (found.group(1).equals("srcset")) {
            return "";
        }
        if (target.startsWith("data:") || target.isEmpty()) {
            return found.group();
        }
        String path = URI.create("x:/" + SitePaths.encode(place.path()))
                .resolve(target)
                .getPath();
        return inside.apply(path.substring(1))
                .map(data -> " " + found.group(1) + "=\"" + data + "\"")
                .orElse("");
    }
}
