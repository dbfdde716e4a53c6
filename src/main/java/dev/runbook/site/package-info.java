/**
 * From a handbook to the pages of its site: what is where, what links to what, what each page shows. How a page looks is
 * a {@link dev.runbook.site.Theme}'s affair, where it goes an output tree's.
 */
@NullMarked
package dev.runbook.site;

import org.jspecify.annotations.NullMarked;
