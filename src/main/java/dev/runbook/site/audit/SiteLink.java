package dev.runbook.site.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where a link inside the site leads, as a browser resolves it.
 *
 * @param path from the site's root, decoded
 * @param fragment decoded; empty where there is none
 */
record SiteLink(String path, String fragment) {
    /** Empty if the link leads out of the site or is no link at all. */
    static Optional<SiteLink> resolve(String page, String link, String basePath) {
        int hash = link.indexOf('#');
        String fragment = hash < 0 ? "" : link.substring(hash + 1);
        String path = hash < 0 ? link : link.substring(0, hash);
        int query = path.indexOf('?');
        if (query >= 0) {
            path = path.substring(0, query);
        }
        try {
            Optional<String> resolved = path.isEmpty() ? Optional.of(page) : inSite(page, decode(path), basePath);
            String id = decode(fragment);
            return resolved.map(p -> new SiteLink(p, id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inSite(String page, String path, String basePath) {
        if (path.startsWith("/")) {
            boolean inside = !basePath.isEmpty() && path.startsWith(basePath);
            return inside ? Optional.of(path.substring(basePath.length())) : Optional.empty();
        }
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        if (!path.contains("./") && !path.endsWith(".")) {
            return Optional.of(folder + path);
        }
        Deque<String> parts = new ArrayDeque<>(folder.isEmpty() ? List.of() : Arrays.asList(folder.split("/")));
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String decode(String text) {
        // In a path a plus sign is itself; URLDecoder takes it for a space.
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
