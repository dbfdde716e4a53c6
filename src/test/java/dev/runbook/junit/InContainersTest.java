package dev.runbook.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.testing.Tools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

/** The engine with real containers: what comes of a step is what the platform is told. */
final class InContainersTest {
    @TempDir
    private Path folder;

    private String base = "";
    private SmallHandbook handbook;

    @BeforeEach
    void write() throws IOException {
        base = Tools.requireBaseImage();
        handbook = new SmallHandbook(folder);
    }

    private EngineExecutionResults run(DiscoverySelector... selectors) {
        return EngineTestKit.engine(new RunbookTestEngine())
                .selectors(selectors)
                .configurationParameter(Settings.BASE_IMAGE, base)
                .configurationParameter(Settings.LANGUAGE, "en")
                .configurationParameter(
                        Settings.RESULTS, folder.resolve("results").toString())
                .execute();
    }

    @Test
    void eachStepIsToldAsWhatItWas() throws Exception {
        handbook.runbook(
                "mixed",
                "Mixed",
                SmallHandbook.block("#done .exec", "echo done"),
                SmallHandbook.block(
                        "#stub .exec user=mastodon cwd=/home/mastodon/live",
                        "RAILS_ENV=production bin/tootctl version"),
                SmallHandbook.block("#online .exec needs=internet", "exit 1"),
                "- [ ] Look at it",
                "```console {#differs .check}\n# echo got\nwanted\n```",
                SmallHandbook.block("#behind .exec", "true"));
        handbook.runbook("hangs", "Hangs", SmallHandbook.block("#sleep .exec timeout=1s", "sleep 1000"));
        handbook.runbook(
                "elsewhere",
                "Elsewhere",
                SmallHandbook.block("#leave .exec", "exit 80"),
                SmallHandbook.block("#rest .exec", "exit 1"));
        EngineExecutionResults results =
                run(DiscoverySelectors.selectDirectory(handbook.folder().toFile()));

        results.testEvents()
                .assertStatistics(
                        s -> s.started(5).succeeded(2).failed(2).aborted(1).skipped(2));
        Told told = new Told(results);
        AssertionFailedError failed = assertInstanceOf(AssertionFailedError.class, told.failure("differs"));
        assertTrue(told.message("differs").contains("mixed.md:24:"), told.message("differs"));
        assertTrue(told.message("differs").contains("-wanted\n+got"), told.message("differs"));
        assertEquals("wanted", failed.getExpected().getStringRepresentation());
        assertEquals("got", failed.getActual().getStringRepresentation());
        assertInstanceOf(NotRunException.class, told.failure("sleep"));
        assertTrue(told.reason("behind").contains("after=differs"), told.reason("behind"));
        assertTrue(told.message("online").contains("needs=internet"), told.message("online"));
        assertTrue(told.message("leave").contains("exit=80"), told.message("leave"));
        Event stubbed = results.allEvents()
                .filter(e -> e.getType() == EventType.REPORTING_ENTRY_PUBLISHED
                        && e.getTestDescriptor().isTest())
                .findFirst()
                .orElseThrow();
        assertTrue(stubbed.getTestDescriptor().getUniqueId().toString().endsWith("[step:stub]"));
        assertTrue(stubbed.toString().contains("tootctl"), stubbed.toString());
    }

    @Test
    void aSelectedStepIsReachedThroughThoseBeforeIt() throws Exception {
        handbook.runbook(
                "steps",
                "Steps",
                SmallHandbook.block("#first .exec", "MADE=yes"),
                SmallHandbook.block("#second .check", "test \"$MADE\" = yes"),
                SmallHandbook.block("#third .exec", "false"),
                SmallHandbook.block("#fourth .exec", "true"));
        UniqueId runbook = UniqueId.forEngine(RunbookTestEngine.ID)
                .append(Tree.RUNBOOK, handbook.folder().resolve("steps.md").toString());
        run(DiscoverySelectors.selectUniqueId(runbook.append(Tree.STEP, "second")))
                .testEvents()
                .assertStatistics(s -> s.started(1).succeeded(1));
        EngineExecutionResults unreached = run(DiscoverySelectors.selectUniqueId(runbook.append(Tree.STEP, "fourth")));
        unreached.testEvents().assertStatistics(s -> s.started(1).failed(1));
        String message = new Told(unreached).message("fourth");
        assertTrue(message.contains("third"), message);
    }

    @Test
    void anImageThatDoesNotBuildFailsItsRunbooksOnly() throws Exception {
        handbook.runbook("any", "Any", SmallHandbook.block("#a .exec", "true"));
        java.nio.file.Files.writeString(
                handbook.folder().resolve("environments/centos/Dockerfile"),
                "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\nRUN echo told-first; exit 3\n");
        EngineExecutionResults results =
                run(DiscoverySelectors.selectDirectory(handbook.folder().toFile()));
        results.testEvents().assertStatistics(s -> s.started(0).skipped(1));
        String message =
                new Told(results).message(handbook.folder().resolve("any.md").toString());
        assertTrue(message.contains("told-first"), message);
    }
}
