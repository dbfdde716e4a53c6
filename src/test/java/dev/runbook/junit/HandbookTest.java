package dev.runbook.junit;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/**
 * The project's own handbook, proven: each runbook is carried out in a container, and each step that a machine can judge is a
 * test. Without a container engine or a base image its tests are skipped, and fail where {@code CI=true}.
 */
@Suite
@IncludeEngines(RunbookTestEngine.ID)
@SelectDirectories("runbooks")
@ConfigurationParameter(key = Settings.RESULTS, value = "target/verify")
final class HandbookTest {}
