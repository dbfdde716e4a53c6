package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.i18n.Language;
import dev.runbook.model.Environment;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whole files: what is read from them, and all that is said of them, in both languages. */
class ReadingGoldenTest {
    private static final Golden GOLDEN = new Golden("markdown");

    @Test
    void readsEachFileAsItsPartnersSay() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path input : GOLDEN.inputs(".md")) {
            String name = String.valueOf(input.getFileName());
            SourceFile file = SourceFile.of(name, Files.readString(input));
            Parsed<Runbook> parsed = new RunbookParser(HandbookConfig.DEFAULTS)
                    .parse(file, new RunbookId("section/" + name.replace(".md", "")), Language.JA);
            String base = name.replace(".md", "");
            GOLDEN.check(base + ".model", ModelDump.of(parsed.value()));
            checkDiagnostics(base, parsed.diagnostics(), file);
            used.addAll(List.of(name, base + ".model", base + ".ja.txt", base + ".en.txt"));
        }
        for (Path input : GOLDEN.inputs(".yml")) {
            String name = String.valueOf(input.getFileName());
            SourceFile file = SourceFile.of(name, Files.readString(input));
            used.addAll(List.of(name, name + ".model", name + ".ja.txt", name + ".en.txt"));
            if (name.startsWith("environment")) {
                Parsed<Environment> read =
                        EnvironmentReader.read(file, "centos", new GivenFiles(Path.of("runbooks"), "centos"));
                GOLDEN.check(name + ".model", environment(read.value()));
                checkDiagnostics(name, read.diagnostics(), file);
                continue;
            }
            Parsed<HandbookConfig> parsed = HandbookConfigReader.read(file);
            GOLDEN.check(name + ".model", config(parsed.value()));
            checkDiagnostics(name, parsed.diagnostics(), file);
        }
        // HandbookReaderTest's.
        used.addAll(List.of("folder.ja.txt", "folder.en.txt"));
        GOLDEN.checkNothingElse(used);
    }

    private static String config(HandbookConfig config) {
        return String.join(
                "\n",
                "title " + new TreeMap<>(config.title()),
                "description " + new TreeMap<>(config.description()),
                "languages " + config.languages(),
                "base url " + config.baseUrl(),
                "sections " + config.sections(),
                "edit url " + config.editUrl(),
                "environment " + config.environment(),
                "stale after " + config.staleAfter(),
                "timezone " + config.timezone(),
                "allowed html " + new TreeSet<>(config.allowHtml()),
                "synonyms " + config.synonyms(),
                "");
    }

    private static String environment(Environment environment) {
        Path here = Path.of("").toAbsolutePath();
        return String.join(
                "\n",
                "title " + new TreeMap<>(environment.title()),
                "stand-in label " + environment.standInLabel(),
                "services " + environment.services() + " within " + environment.readyWithin(),
                "users " + environment.users(),
                "offers " + new TreeSet<>(environment.offers()),
                "params " + new TreeMap<>(environment.params()),
                "packages " + environment.packages(),
                "files "
                        + environment.files().stream()
                                .map(f -> f.target() + " <- "
                                        + here.relativize(f.source().toAbsolutePath())
                                                .toString()
                                                .replace('\\', '/'))
                                .toList(),
                "stubs " + environment.stubs(),
                "");
    }

    private static void checkDiagnostics(String base, List<Diagnostic> diagnostics, SourceFile file) {
        Function<String, Optional<SourceFile>> sources = name -> Optional.of(file);
        for (Language language : Language.values()) {
            GOLDEN.check(base + "." + language.code() + ".txt", printed(diagnostics, language, sources));
        }
    }

    static String printed(
            List<Diagnostic> diagnostics, Language language, Function<String, Optional<SourceFile>> sources) {
        DiagnosticPrinter printer = new DiagnosticPrinter(language, false, path -> path, sources);
        return diagnostics.stream().map(printer::print).collect(Collectors.joining());
    }

    @Test
    void eachDiagnosticIsShownInSomeGoldenFile() throws IOException {
        Pattern code = Pattern.compile("^[^ ]+:[0-9]+:[0-9]+: .* \\[([a-z0-9-]+)]$", Pattern.MULTILINE);
        Set<String> shown = new TreeSet<>();
        for (Path file : GOLDEN.inputs(".en.txt")) {
            Matcher matcher = code.matcher(Files.readString(file));
            while (matcher.find()) {
                shown.add(matcher.group(1));
            }
        }
        Set<String> all =
                Arrays.stream(MarkdownCode.values()).map(MarkdownCode::id).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(all), shown);
    }

    @Test
    void eachDiagnosticHasItsTextsInAllLanguagesAndNoOthers() {
        Set<String> keys = new TreeSet<>();
        for (MarkdownCode code : MarkdownCode.values()) {
            keys.add(code.id());
            keys.add(code.id() + ".hint");
        }
        for (Language language : Language.values()) {
            assertEquals(keys, MarkdownCode.BAD_ID.messages(language).keys(), language.code());
        }
    }
}
