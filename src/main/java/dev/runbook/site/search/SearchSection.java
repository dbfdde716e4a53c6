package dev.runbook.site.search;

/**
 * A heading and what follows it. Paragraphs and lines are parted by newlines.
 *
 * @param anchor the heading's id; empty at the top of a page
 * @param heading empty at the top of a page
 * @param output what commands are expected to print
 */
public record SearchSection(String anchor, String heading, String text, String code, String output) {}
