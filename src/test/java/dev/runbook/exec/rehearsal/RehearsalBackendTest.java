package dev.runbook.exec.rehearsal;

/** Without services inside. */
final class RehearsalBackendTest extends RehearsalContract {
    RehearsalBackendTest() {
        super(false);
    }
}
