/** Tests of JSON. */
@NullMarked
package dev.runbook.json;

import org.jspecify.annotations.NullMarked;
