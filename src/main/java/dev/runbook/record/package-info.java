/**
 * The record of runs: a journal written as a run happens, kept under the user's state folder, and read again to list, show,
 * export and resume. Nothing of a run is shown before it is on the disk.
 */
@NullMarked
package dev.runbook.record;

import org.jspecify.annotations.NullMarked;
