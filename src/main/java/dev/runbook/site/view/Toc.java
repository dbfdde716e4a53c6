package dev.runbook.site.view;

/**
 * An entry of the page's table of contents.
 *
 * @param level 2 to 6
 * @param html inline HTML without links
 */
public record Toc(int level, String id, String html) {}
