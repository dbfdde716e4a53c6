/**
 * The search: one analysis of texts, the index as script files, and the engine that finds sections in it. The engine is
 * written twice, here and in {@code site-theme/static/js/search}; golden files that both run hold the two together. It
 * knows texts and addresses, not handbooks and pages.
 */
@NullMarked
package dev.runbook.site.search;

import org.jspecify.annotations.NullMarked;
