package dev.runbook.site;

import java.util.List;

/**
 * A section of the handbook: a top-level folder, or the pages that lie in none.
 *
 * @param folder its name; empty for the pages at the handbook's root
 * @param index its front page; for the root's pages the handbook's
 * @param pages all other pages of the folder and the folders in it, in reading order
 */
record SectionNodes(String folder, Node index, List<Node> pages) {
    SectionNodes {
        pages = List.copyOf(pages);
    }

    boolean isRoot() {
        return folder.isEmpty();
    }
}
