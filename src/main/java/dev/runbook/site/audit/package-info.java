/**
 * Proves of built pages that their links lead somewhere, that their HTML is sound and that they load nothing from
 * elsewhere. Knows only HTML and paths, not how pages are made: so it cannot share a mistake with their maker.
 */
@NullMarked
package dev.runbook.site.audit;

import org.jspecify.annotations.NullMarked;
