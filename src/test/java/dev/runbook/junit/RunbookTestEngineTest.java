package dev.runbook.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.VerifyHandbook.Request;
import dev.runbook.app.VerifyHandbook.Verified;
import dev.runbook.exec.container.ContainerCode;
import dev.runbook.exec.container.ContainerException;
import dev.runbook.i18n.Language;
import dev.runbook.results.Results;
import dev.runbook.source.Parsed;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the engine finds, and what it says where nothing could be run. */
final class RunbookTestEngineTest {
    private static final Results NO_RESULTS = new Results("1", List.of());
    private static final Verification NOTHING_RUN =
            (request, listener) -> new Parsed<>(new Verified(NO_RESULTS, NO_RESULTS, request.named()), List.of());

    @TempDir
    private Path folder;

    private SmallHandbook handbook;

    @BeforeEach
    void write() throws IOException {
        handbook = new SmallHandbook(folder);
        handbook.runbook(
                "web/nginx",
                "Restart nginx",
                SmallHandbook.block("#restart .exec", "systemctl restart nginx"),
                SmallHandbook.block("#online .exec needs=internet", "true"),
                "- [ ] Look at it",
                SmallHandbook.block("#back .undo of=restart", "true"));
        Files.writeString(
                handbook.folder().resolve("web/nginx.ja.md"),
                Files.readString(handbook.folder().resolve("web/nginx.md"))
                        .replace("Restart nginx", "nginx の再起動")
                        .replace("## Steps", "## 手順")
                        .replace("user: root\n", ""));
        handbook.runbook("plain", "No steps");
    }

    private EngineTestKit.Builder kit(Map<String, String> environment, Verification verification) {
        return EngineTestKit.engine(new RunbookTestEngine(environment, verification))
                .configurationParameter(
                        Settings.RESULTS, folder.resolve("results").toString());
    }

    private DiscoverySelector all() {
        return DiscoverySelectors.selectDirectory(handbook.folder().toFile());
    }

    private List<String> found(Language language, DiscoverySelector... selectors) {
        TestDescriptor root = kit(Map.of("RUNBOOK_LANG", language.code()), NOTHING_RUN)
                .selectors(selectors)
                .discover()
                .getEngineDescriptor();
        return root.getDescendants().stream()
                .map(d -> d.getType() + " " + d.getDisplayName() + " "
                        + d.getSource()
                                .map(s -> ((FileSource) s).getPosition())
                                .map(p -> p.map(at -> String.valueOf(at.getLine()))
                                        .orElse("-"))
                                .orElse(""))
                .sorted()
                .toList();
    }

    @Test
    void stepsThatAMachineJudgesAreTests() {
        assertEquals(
                List.of(
                        "CONTAINER Done by hand: Steps: steps-task-1 16",
                        "CONTAINER Restart nginx -",
                        "CONTAINER Steps: online 12",
                        "TEST Steps: restart 8"),
                found(Language.EN, all()));
        assertTrue(found(Language.JA, all()).contains("TEST 手順: restart 8"));
        assertTrue(found(Language.JA, all()).contains("CONTAINER nginx の再起動 -"));
    }

    @Test
    void foldersFilesLinesAndIdsAreSelected() {
        Path file = handbook.folder().resolve("web/nginx.md");
        int whole = 4;
        assertEquals(
                whole,
                found(Language.EN, DiscoverySelectors.selectDirectory(folder.toFile()))
                        .size());
        assertEquals(
                whole,
                found(
                                Language.EN,
                                DiscoverySelectors.selectDirectory(
                                        handbook.folder().resolve("web").toFile()))
                        .size());
        assertEquals(
                whole,
                found(Language.EN, DiscoverySelectors.selectFile(file.toFile())).size());
        assertEquals(
                List.of("CONTAINER Restart nginx -", "TEST Steps: restart 8"),
                found(Language.EN, DiscoverySelectors.selectFile(file.toFile(), FilePosition.from(9))));
        String id = "[engine:runbook]/[runbook:" + file.toString().replace("/", "%2F") + "]";
        assertEquals(
                whole, found(Language.EN, DiscoverySelectors.selectUniqueId(id)).size());
        assertEquals(
                List.of("CONTAINER Restart nginx -", "CONTAINER Steps: online 12"),
                found(Language.EN, DiscoverySelectors.selectUniqueId(id + "/[step:online]")));
        assertEquals(
                whole,
                found(Language.EN, all(), DiscoverySelectors.selectUniqueId(id + "/[step:online]"))
                        .size());
        Path other = handbook.folder().resolve("environments");
        assertEquals(List.of(), found(Language.EN, DiscoverySelectors.selectDirectory(other.toFile())));
        assertEquals(
                List.of(),
                found(
                        Language.EN,
                        DiscoverySelectors.selectFile(
                                other.resolve("centos/README.md").toFile())));
    }

    @Test
    void withoutAnEngineTestsAreSkippedAndFailInCi() {
        Verification none = (request, listener) -> {
            throw new ContainerException(ContainerCode.NO_ENGINE, "no socket");
        };
        EngineExecutionResults skipped = kit(Map.of(), none).selectors(all()).execute();
        skipped.testEvents().assertStatistics(s -> s.started(1).aborted(1));
        EngineExecutionResults failed =
                kit(Map.of("CI", "true"), none).selectors(all()).execute();
        failed.containerEvents().assertStatistics(s -> s.failed(1));
        failed.testEvents().assertStatistics(s -> s.skipped(1).succeeded(0));
        assertTrue(messages(failed).get(0).contains("no container engine answers: no socket"));
    }

    @Test
    void anErrorOfThisProgramLeavesNoTestOpen() {
        EngineExecutionResults results = kit(Map.of(), (request, listener) -> {
                    listener.begun(request.named().get(0));
                    throw new IllegalStateException("broken");
                })
                .selectors(all())
                .execute();
        results.containerEvents().assertStatistics(s -> s.failed(1));
        assertEquals(List.of("broken"), messages(results));
    }

    @Test
    void aRunbookWithErrorsFailsAtThem() throws IOException {
        handbook.runbook("wrong", "Wrong", SmallHandbook.block("#a .exec timeout=soon", "true"));
        Files.writeString(handbook.folder().resolve("handbook.yml"), "title: [\n");
        List<String> messages =
                messages(kit(Map.of(), NOTHING_RUN).selectors(all()).execute());
        assertTrue(messages.stream().anyMatch(m -> m.contains("wrong.md:8:")), messages.toString());
        assertTrue(messages.stream().anyMatch(m -> m.contains("handbook.yml:")), messages.toString());
    }

    private static List<String> messages(EngineExecutionResults results) {
        return new Told(results).messages();
    }

    /** All that this package says is wrong, as it is said. */
    @ParameterizedTest
    @EnumSource
    void whatCanBeWrong(Language language) throws IOException {
        Map<String, String> environment = Map.of("RUNBOOK_LANG", language.code());
        Path file = handbook.folder().resolve("web/nginx.md");
        List<String> said = new ArrayList<>();
        said.add(refused(environment, Map.of(Settings.JOBS, "many"), all()));
        said.add(refused(environment, Map.of(Settings.LANGUAGE, "fr"), all()));
        said.add(refused(
                environment, Map.of(Settings.HANDBOOK, folder.resolve("none").toString()), all()));
        Path none = handbook.folder().resolve("none.md");
        said.add(refused(environment, Map.of(), DiscoverySelectors.selectFile(none.toString())));
        said.add(refused(environment, Map.of(), DiscoverySelectors.selectFile(file.toFile(), FilePosition.from(2))));
        said.addAll(messages(kit(environment, NOTHING_RUN).selectors(all()).execute()));
        Verification full = (Request request, dev.runbook.verify.VerifyListener listener) -> {
            throw new IOException("No space left on device");
        };
        said.addAll(messages(kit(environment, full).selectors(all()).execute()));
        said.addAll(messages(kit(environment, Samples::failsAtTheFirst)
                .selectors(DiscoverySelectors.selectFile(file.toFile(), FilePosition.from(9)))
                .execute()));
        String text = said.stream().map(s -> s.strip() + "\n").collect(Collectors.joining("\n"));
        Golden golden = new Golden("junit");
        golden.check("problems." + language.code() + ".txt", text.replace(folder.toString(), "FOLDER"));
        if (language == Language.EN) {
            golden.checkNothingElse(Set.of("problems.en.txt", "problems.ja.txt"));
        }
        for (JunitCode code : JunitCode.values()) {
            String start = code.messages(language).get(code.id()).replaceAll("^\\{0}|\\{[0-9]}.*", "");
            assertTrue(text.contains(start), "no case for " + code);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachProblemHasItsTexts(Language language) {
        Set<String> expected = new TreeSet<>();
        for (JunitCode code : JunitCode.values()) {
            expected.addAll(List.of(code.id(), code.id() + ".hint"));
        }
        assertEquals(expected, JunitCode.NOT_THERE.messages(language).keys());
    }

    private String refused(
            Map<String, String> environment, Map<String, String> parameters, DiscoverySelector selector) {
        EngineTestKit.Builder kit = kit(environment, NOTHING_RUN).selectors(selector);
        parameters.forEach(kit::configurationParameter);
        try {
            return String.join("\n", messages(kit.execute()));
        } catch (JUnitException e) {
            return Told.root(e);
        }
    }
}
