package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import java.nio.charset.StandardCharsets;

/**
 * Where pages are in the site: paths from its root, with {@code /}, not percent-encoded. The primary language is at the
 * root, each other one in a folder of its own. Links name the file ({@code index.html} too), so that a site works when it
 * is opened from a disk.
 */
public final class SitePaths {
    /** The page for addresses that lead nowhere. */
    public static final String NOT_FOUND = "404.html";

    private static final String UNRESERVED = "-._~/";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final Language primary;

    public SitePaths(Language primary) {
        this.primary = primary;
    }

    /** The page of a runbook in a language, whether it is translated or not. */
    public String page(RunbookId id, Language language) {
        return folder(language) + id.path() + ".html";
    }

    /** The list of the pages with a tag. */
    public String tag(String slug, Language language) {
        return folder(language) + "tags/" + slug + ".html";
    }

    /** The list of all tags. */
    public String tags(Language language) {
        return tag("index", language);
    }

    /** The page that says what holds. */
    public String status(Language language) {
        return folder(language) + "status/index.html";
    }

    /** The page that stands for one that cannot be had. */
    public String offline(Language language) {
        return folder(language) + "offline.html";
    }

    /** What has changed, for readers of feeds. */
    public String feed(Language language) {
        return folder(language) + "feed.xml";
    }

    /** What there is, for language models. */
    public String overview(Language language) {
        return folder(language) + "llms.txt";
    }

    private String folder(Language language) {
        return language == primary ? "" : language.code() + "/";
    }

    /** The way from a page to the site's root: empty, or {@code ../} for each folder. */
    public static String root(String path) {
        int depth = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return "../".repeat(depth);
    }

    /** A relative link from one path to another, percent-encoded. */
    public static String relative(String from, String to) {
        return Place.of(Language.EN, from).linkTo(encode(to));
    }

    /**
     * A path or fragment as it stands in a link. A colon is encoded too: it would make the first part of a relative link
     * a scheme.
     */
    public static String encode(String path) {
        int safe = 0;
        while (safe < path.length() && isUnreserved(path.charAt(safe))) {
            safe++;
        }
        if (safe == path.length()) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length() + 32).append(path, 0, safe);
        for (byte b : path.substring(safe).getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) (b & 0xFF))) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
