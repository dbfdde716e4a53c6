/**
 * Code to coloured tokens, at build time. Pure: knows neither pages nor HTML, only which part of a text is a comment, a
 * string or a keyword. The only package that knows the highlighting library.
 *
 * <p>Shell, consoles, configuration files and diffs, of which runbooks are made, have lexers of their own: the library
 * knows no here-documents, takes {@code install} in {@code dnf install} for a command and has no nginx. All else is the
 * library's.
 */
@NullMarked
package dev.runbook.highlight;

import org.jspecify.annotations.NullMarked;
