package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.i18n.Language;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The handbook's page of all diagnostics is made of the texts that are printed: a table for each enum, below a heading named
 * like its package. {@code -Drunbook.golden.update=true} writes the tables anew.
 */
final class DiagnosticsPageTest {
    private static final boolean UPDATE = Boolean.getBoolean("runbook.golden.update");
    private static final Object[] ANY = {"…", "…", "…", "…", "…", "…"};
    /** What Markdown would take for more than text. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\<>*_\\[\\]~]");

    @ParameterizedTest
    @EnumSource
    void holdsEachDiagnosticAsItIsPrinted(Language language) throws Exception {
        String suffix = language == Language.JA ? "" : "." + language.code();
        Path page = Path.of("runbooks/tool/diagnostics" + suffix + ".md");
        SortedMap<String, List<String>> tables = tables(language);
        List<String> written = Files.readAllLines(page);
        List<String> right = new ArrayList<>();
        TreeSet<String> headings = new TreeSet<>();
        List<String> table = List.of();
        for (String line : written) {
            if (line.startsWith("## ")) {
                String id = line.replaceFirst(".*\\{#(.*)}$", "$1");
                headings.add(id);
                table = tables.getOrDefault(id, List.of());
            }
            boolean ofTable = line.startsWith("|") && !table.isEmpty();
            if (!ofTable) {
                right.add(line);
            } else if (line.startsWith("|---")) {
                right.add(line);
                right.addAll(table);
            } else if (right.get(right.size() - 1).isEmpty()) {
                right.add(line);
            }
        }
        headings.retainAll(tables.keySet());
        assertEquals(tables.keySet(), headings, "sections of " + page);
        if (UPDATE) {
            Files.write(page, right);
        }
        assertEquals(
                String.join("\n", right),
                String.join("\n", Files.readAllLines(page)),
                "write the tables anew with -Drunbook.golden.update=true");
    }

    private static SortedMap<String, List<String>> tables(Language language) throws Exception {
        TreeMap<String, List<String>> tables = new TreeMap<>();
        for (Class<?> type : types()) {
            List<String> rows = Arrays.stream(type.getEnumConstants())
                    .map(DiagnosticCode.class::cast)
                    .map(code -> row(code, language))
                    .toList();
            String folder = type.getPackageName().replaceFirst(".*\\.", "");
            String name = type.getSimpleName().replaceFirst("(Code|Problem|Diagnostic)$", "");
            // One enum a package, except where each use case has its own.
            String id = folder.equals("app") ? name.toLowerCase(Locale.ROOT) : folder;
            assertEquals(null, tables.put(id, rows), "two enums for the heading " + id);
        }
        return tables;
    }

    /** Only classes that name the interface are loaded: all of them would take long. */
    private static List<Class<?>> types() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(DiagnosticCode.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes.resolve("dev"))) {
            files = all.filter(f -> f.toString().endsWith(".class")).toList();
        }
        String wanted = DiagnosticCode.class.getName().replace('.', '/');
        List<Class<?>> types = new ArrayList<>();
        for (Path file : files) {
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                String name = classes.relativize(file)
                        .toString()
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.');
                Class<?> type = Class.forName(name, false, DiagnosticCode.class.getClassLoader());
                if (type.isEnum() && DiagnosticCode.class.isAssignableFrom(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static String row(DiagnosticCode code, Language language) {
        String severity = code.severity() == Severity.ERROR
                ? language == Language.JA ? "エラー" : "error"
                : language == Language.JA ? "警告" : "warning";
        String what = code.messages(language).get(code.id(), ANY);
        String hint = code.messages(language).get(code.id() + ".hint", ANY);
        return "| `" + code.id() + "` | " + severity + " | " + cell(what) + " | " + cell(hint) + " |";
    }

    /** A message as Markdown that shows it as it is printed; code stays code where its backticks come in pairs. */
    private static String cell(String text) {
        String line = text.strip().replace('\n', ' ').replace("|", "\\|");
        String[] parts = line.split("`", -1);
        boolean paired = parts.length % 2 == 1 && !line.contains("``");
        if (!paired) {
            return escaped(line).replace("`", "\\`");
        }
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = escaped(parts[i]);
        }
        return String.join("`", parts);
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll(m -> m.group().equals("\\") ? "\\\\" : "\\\\" + m.group());
    }
}
