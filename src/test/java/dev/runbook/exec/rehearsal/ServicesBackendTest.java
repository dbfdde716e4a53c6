package dev.runbook.exec.rehearsal;

/** With systemd inside. */
final class ServicesBackendTest extends RehearsalContract {
    ServicesBackendTest() {
        super(true);
    }
}
