/** JSON text from plain values, and back. The only package that knows the JSON library. */
@NullMarked
package dev.runbook.json;

import org.jspecify.annotations.NullMarked;
