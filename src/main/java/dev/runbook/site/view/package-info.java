/**
 * What a page shows, ready to be laid out: every text resolved, every link relative to the page, every piece of HTML
 * safe. The site fills these records and a theme turns them into HTML; neither knows the other.
 */
@NullMarked
package dev.runbook.site.view;

import org.jspecify.annotations.NullMarked;
