/** Tests of the reports. */
@NullMarked
package dev.runbook.report;

import org.jspecify.annotations.NullMarked;
