package dev.runbook.junit;

import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What the platform was told. */
record Told(EngineExecutionResults results) {
    /** How a step, or a runbook by its file, ended: by the last part of its unique id. */
    Event end(String name) {
        List<Event> ends = results.allEvents().stream()
                .filter(e -> e.getType() == EventType.FINISHED || e.getType() == EventType.SKIPPED)
                .filter(e -> e.getTestDescriptor()
                        .getUniqueId()
                        .getLastSegment()
                        .getValue()
                        .equals(name))
                .toList();
        if (ends.size() != 1) {
            throw new AssertionError(name + " ended " + ends.size() + " times");
        }
        return ends.get(0);
    }

    Throwable failure(String name) {
        return end(name)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    String message(String name) {
        return Objects.requireNonNullElse(failure(name).getMessage(), "");
    }

    String reason(String name) {
        return end(name).getRequiredPayload(String.class);
    }

    /** What everything that failed says was the cause of all. */
    List<String> messages() {
        return results.allEvents().stream()
                .filter(e -> e.getType() == EventType.FINISHED)
                .map(e -> e.getRequiredPayload(TestExecutionResult.class))
                .filter(r -> r.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(r -> r.getThrowable().stream())
                .map(Told::root)
                .toList();
    }

    /** What the cause of all says. */
    static String root(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            cause = next;
        }
        return Objects.requireNonNullElse(cause.getMessage(), "");
    }
}
