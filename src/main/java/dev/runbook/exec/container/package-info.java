/** Steps in a container with systemd inside: images, containers, and commands in them. Knows nothing of what is verified. */
@NullMarked
package dev.runbook.exec.container;

import org.jspecify.annotations.NullMarked;
