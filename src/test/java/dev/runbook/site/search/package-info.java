@NullMarked
package dev.runbook.site.search;

import org.jspecify.annotations.NullMarked;
