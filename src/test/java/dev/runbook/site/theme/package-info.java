/** The theme's pages, as text and in a browser. */
@org.jspecify.annotations.NullMarked
package dev.runbook.site.theme;
