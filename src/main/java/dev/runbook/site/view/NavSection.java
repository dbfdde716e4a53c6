package dev.runbook.site.view;

import java.util.List;

/**
 * A section of the handbook in the navigation.
 *
 * @param link to its front page
 * @param open whether the shown page is in it; only then are its pages listed, so that a page's size does not grow with
 *     the handbook
 */
public record NavSection(Link link, boolean open, List<Link> pages) {}
