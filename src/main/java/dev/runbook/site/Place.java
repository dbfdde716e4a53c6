package dev.runbook.site;

import dev.runbook.i18n.Language;

/**
 * The page that links stand on.
 *
 * @param path from the site's root, not encoded
 * @param root the way to the site's root, with which links begin that leave the folder
 * @param folder the path's folder, encoded, with a last {@code /} unless it is the root
 */
record Place(Language language, String path, String root, String folder) {
    static Place of(Language language, String path) {
        String folder = SitePaths.encode(path.substring(0, path.lastIndexOf('/') + 1));
        return new Place(language, path, SitePaths.root(path), folder);
    }

    /**
     * A page that is shown at any address of the site, so that its links cannot be relative.
     *
     * @param root the path of the site's address, with a last {@code /}; empty where it is unknown
     */
    static Place anywhere(Language language, String path, String root) {
        return new Place(language, path, root, root.isEmpty() ? "" : "/");
    }

    /** A link to an encoded path. */
    String linkTo(String encoded) {
        return encoded.startsWith(folder) ? encoded.substring(folder.length()) : root + encoded;
    }
}
