package dev.runbook.site;

import dev.runbook.i18n.Language;

/**
 * The page that links stand on.
 *
 * @param path from the site's root, not encoded
 * @param root the way to the site's root
 * @param folder the path's folder, encoded, with a last {@code /} unless it is the root
 * @param top the folder of the page's language, with a last {@code /}; empty for the one at the root
 * @param toTop the way there
 */
record Place(Language language, String path, String root, String folder, String top, String toTop) {
    static Place of(Language language, String path) {
        String folder = SitePaths.encode(path.substring(0, path.lastIndexOf('/') + 1));
        String root = SitePaths.root(path);
        String own = language.code() + "/";
        boolean below = folder.startsWith(own);
        return new Place(language, path, root, folder, below ? own : "", below ? root.substring("../".length()) : root);
    }

    /**
     * A page that is shown at any address of the site, so that its links cannot be relative.
     *
     * @param root the path of the site's address, with a last {@code /}; empty where it is unknown
     */
    static Place anywhere(Language language, String path, String root) {
        return new Place(language, path, root, root.isEmpty() ? "" : "/", "", root);
    }

    /** A link to an encoded path, as short as it is without looking at more than the folder and the language. */
    String linkTo(String encoded) {
        if (encoded.startsWith(folder)) {
            return encoded.substring(folder.length());
        }
        return encoded.startsWith(top) ? toTop + encoded.substring(top.length()) : root + encoded;
    }
}
