/**
 * How the site looks: typed jte templates ({@code site-theme/templates}), styles and scripts ({@code site-theme/static}),
 * and the texts of the interface. Gets views that are ready to be laid out; knows nothing of handbooks and steps, and reads
 * nothing but its own class path and the folder {@code theme} of a handbook, whose files take the place of its own.
 */
@NullMarked
package dev.runbook.site.theme;

import org.jspecify.annotations.NullMarked;
