/**
 * Text to model: Markdown with its front matter and annotated blocks, and {@code handbook.yml}. The only package that
 * knows the Markdown and YAML libraries. It must not know how a site looks, what a whole handbook must hold, or how a
 * step is run.
 */
@NullMarked
package dev.runbook.markdown;

import org.jspecify.annotations.NullMarked;
