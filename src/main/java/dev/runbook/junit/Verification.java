package dev.runbook.junit;

import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.app.VerifyHandbook.Verified;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.source.Parsed;
import dev.runbook.verify.VerifyListener;
import java.io.IOException;

/** Verifies: {@link dev.runbook.app.VerifyHandbook#verify}, but for tests that need no container. */
interface Verification {
    Parsed<Verified> verify(Request request, VerifyListener listener) throws ContainerException, IOException;
}
