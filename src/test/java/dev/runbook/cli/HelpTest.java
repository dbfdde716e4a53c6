package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HelpTest {
    private final Golden golden = new Golden("cli");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<String> commands() {
        Messages texts = Messages.of(Main.class, "texts", Language.EN);
        return CompletionNode.of(new RunbookCommand().spec(new Specs(texts))).stream()
                .map(CompletionNode::path)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void helpOfAllCommands(Language language) {
        String all = commands().stream()
                .map(path -> ("$ runbook " + path).strip() + " --help\n" + help(path, language) + "\n")
                .collect(Collectors.joining());

        golden.check("help." + language.code() + ".txt", all);
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsWiderThanTheTerminal(Language language) {
        List<String> wide = commands().stream()
                .flatMap(path -> help(path, language).lines())
                .filter(line -> DisplayWidth.of(line) > 80)
                .toList();

        assertEquals(List.of(), wide);
    }

    @Test
    void helpCommandAndHelpOptionSayTheSame() {
        CommandLines runbook = new CommandLines(folder);

        assertEquals(runbook.run("new", "handbook", "--help"), runbook.run("help", "new", "handbook"));
    }

    @Test
    void helpIsColouredOnATerminal() {
        assertTrue(new CommandLines(folder).onTerminal(80).run("--help").out().contains("\u001b["));
    }

    private String help(String path, Language language) {
        String line = path + " --help --lang " + language.code();
        return new CommandLines(folder).run(line.strip().split(" +", -1)).out();
    }
}
