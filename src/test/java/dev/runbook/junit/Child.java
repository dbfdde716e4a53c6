package dev.runbook.junit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the classes that it is given, as Surefire does: by their names. A line on standard output says what happens. */
final class Child {
    private final PrintStream out;

    private Child(PrintStream out) {
        this.out = out;
    }

    /** Given names of classes. */
    public static void main(String... args) {
        new Child(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(args);
    }

    private void run(String... classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(DiscoverySelectors.selectClass(name));
        }
        LauncherDiscoveryRequest built = request.build();
        LauncherFactory.create().execute(built, new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                say("STARTED", test, "");
            }

            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                say("SKIPPED", test, reason);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                say(
                        result.getStatus().name(),
                        test,
                        result.getThrowable().map(Throwable::getMessage).orElse(""));
            }
        });
    }

    private void say(String what, TestIdentifier test, String why) {
        String kind = test.isTest() ? "test" : "container";
        String name = test.getUniqueIdObject().getLastSegment().getValue();
        out.println(what + " " + kind + " " + name + " " + why.replace('\n', ' '));
    }
}
