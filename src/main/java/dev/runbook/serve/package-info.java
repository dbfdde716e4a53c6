/**
 * The handbook's site while it is being written: pages are made when they are asked for, an edit shows in the browser at
 * once, and a broken edit shows what is wrong with it. Serves this machine alone. Knows nothing of the terminal: what
 * there is to say goes to a {@link dev.runbook.serve.ServeListener}.
 */
@NullMarked
package dev.runbook.serve;

import org.jspecify.annotations.NullMarked;
