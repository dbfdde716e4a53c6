package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What users copy for their CI calls the command line as it is. */
final class CiFilesTest {
    private static final Pattern CALL = Pattern.compile("(?m)^\\s*\\./runbook (.*)$");
    /** A word of a shell's line, with its quotes, or what ends a command. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\|\\||&&|[|;>])|(\\S+)");

    private static CommandSpec spec() {
        return new RunbookCommand().spec(new Specs(Messages.of(Main.class, "texts", Language.EN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".github/workflows/handbook.yml", "src/ci/kubernetes-indexed-job.yml", "src/ci/gitlab-ci.yml"})
    void everyCallIsOneThatTheCommandLineTakes(String file) throws IOException {
        List<List<String>> calls = calls(Files.readString(Path.of(file)));

        List<String> commands = calls.stream().map(c -> c.get(0)).distinct().toList();
        assertEquals(List.of("verify", "report", "build"), commands, "what the file shows of the tool");
        for (List<String> call : calls) {
            if (exists(call)) {
                String[] words = call.toArray(String[]::new);
                assertDoesNotThrow(() -> new CommandLine(spec()).parseArgs(words), call::toString);
            }
        }
    }

    /** A call of what another part of the tool brings is looked at once that part is there. */
    private static boolean exists(List<String> call) {
        CommandLine command = spec().subcommands().get(call.get(0));
        return command != null
                && (!call.contains("--results") || command.getCommandSpec().findOption("--results") != null);
    }

    @Test
    void theWorkflowMayDoNoMoreThanItMust() throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) documents(Files.readString(Path.of(".github/workflows/handbook.yml")))
                .get(0);
        Map<?, ?> jobs = Objects.requireNonNull((Map<?, ?>) workflow.get("jobs"));

        assertEquals(Map.of("contents", "read"), workflow.get("permissions"));
        jobs.forEach((name, job) -> {
            Map<?, ?> fields = (Map<?, ?>) job;
            Object permissions = fields.get("permissions");
            assertEquals(
                    name.equals("publish") ? Map.of("pages", "write", "id-token", "write") : null,
                    permissions,
                    String.valueOf(name));
            assertTrue(fields.containsKey("timeout-minutes"), String.valueOf(name));
        });
        List<String> actions =
                texts(workflow).stream().filter(t -> t.startsWith("actions/")).toList();
        assertFalse(actions.isEmpty());
        actions.forEach(action -> assertTrue(action.matches("actions/[a-z/-]+@v[0-9]+"), action));
    }

    @Test
    void theReaderOfThisTestSeesWhatAShellWouldRun() {
        List<List<String>> calls = calls(
                "a:\n- |\n  ./runbook verify --shard \"$((I + 1))/$N\" x || true\n  ./runbook list\n- echo ./runbook\n");

        assertEquals(List.of(List.of("verify", "--shard", "$((I + 1))/$N", "x"), List.of("list")), calls);
    }

    private static List<List<String>> calls(String yaml) {
        List<List<String>> calls = new ArrayList<>();
        for (Object document : documents(yaml)) {
            for (String text : texts(document)) {
                Matcher call = CALL.matcher(text);
                while (call.find()) {
                    calls.add(words(call.group(1)));
                }
            }
        }
        return calls;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find() && word.group(3) == null) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(4));
        }
        return words;
    }

    private static List<Object> documents(String yaml) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
        return documents;
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(v -> texts.addAll(texts(v)));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(v -> texts.addAll(texts(v)));
        } else if (value instanceof String text) {
            texts.add(text);
        }
        return texts;
    }
}
