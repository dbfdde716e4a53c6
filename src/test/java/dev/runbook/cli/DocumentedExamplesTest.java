package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.markdown.EnvironmentReader;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Listing;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example of a page or a file of settings in the handbook's reference is read as it says: without a diagnostic, or with the one shown below it. */
final class DocumentedExamplesTest {
    private static final Path HANDBOOK = Path.of("runbooks");
    private static final String PAGE = "page.md";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<Runbook> pages() {
        List<Runbook> pages = new ArrayList<>();
        for (Page page :
                new HandbookReader(HANDBOOK).read(Progress.NONE).value().pages().values()) {
            if (page.id().folder().equals("tool")) {
                pages.add(page.original());
                pages.addAll(page.translations().values());
            }
        }
        return pages;
    }

    private static List<Listing> listings(Section section) {
        return section.blocks().stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
    }

    /** What {@code check} says of a page alone, without its count. */
    private String diagnostics(String text, String language) throws IOException {
        Files.writeString(folder.resolve("handbook.yml"), "languages: [" + language + "]\n");
        Files.writeString(folder.resolve(PAGE), text);
        String said = new CommandLines(folder).run("check", "--lang", language).out();
        return said.lines()
                .filter(line -> !line.matches("[0-9].*|No problems.*|問題は.*|1 ページ.*|.*ページに.*"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void pagesAreReadAsTheReferenceSays() throws IOException {
        int examples = 0;
        for (Runbook page : pages()) {
            for (Section section : page.sections()) {
                List<Listing> listings = listings(section);
                for (int i = 0; i < listings.size(); i++) {
                    if (!listings.get(i).language().equals("markdown")) {
                        continue;
                    }
                    boolean stated = i + 1 < listings.size()
                            && listings.get(i + 1).code().startsWith(PAGE + ":");
                    String said =
                            diagnostics(listings.get(i).code(), page.language().code());
                    assertEquals(
                            stated ? listings.get(i + 1).code() : "",
                            said,
                            page.source().name() + " #" + section.id());
                    examples++;
                }
            }
        }
        assertTrue(examples >= 16, "examples: " + examples);
    }

    @Test
    void theFirstRunbookThatReadmeShowsIsReadWithoutADiagnostic() throws IOException {
        Matcher example =
                Pattern.compile("(?s)\n````markdown\n(.*?)\n````\n").matcher(Files.readString(Path.of("README.md")));
        assertTrue(example.find());
        assertEquals("", diagnostics(example.group(1) + "\n", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-matter", "handbook-yml", "environment-yml"})
    void settingsAreReadWithoutADiagnostic(String id) throws IOException {
        int examples = 0;
        for (Runbook page : pages()) {
            for (Section section : page.sections()) {
                for (Listing listing : section.id().equals(id) ? listings(section) : List.<Listing>of()) {
                    assertEquals("", read(id, listing.code()), page.source().name() + " " + listing.span());
                    examples++;
                }
            }
        }
        assertEquals(2, examples, "one in each language");
    }

    private String read(String id, String yaml) throws IOException {
        if (id.equals("environment-yml")) {
            Path environment = Files.createDirectories(folder.resolve("runbooks/environments/test"));
            Files.createDirectories(folder.resolve("target"));
            Files.writeString(folder.resolve("target/runbook.jar"), "");
            Files.writeString(environment.resolve(EnvironmentReader.FILE), yaml);
            return EnvironmentReader.read(folder.resolve("runbooks"), "test")
                    .diagnostics()
                    .toString()
                    .replace("[]", "");
        }
        Path handbook = folder.resolve("handbook");
        for (String section : List.of("daily", "database", "web", "environments/centos")) {
            Files.createDirectories(handbook.resolve(section));
            Files.writeString(handbook.resolve(section + "/password.md"), "# x\n");
        }
        boolean matter = id.equals("front-matter");
        Files.writeString(handbook.resolve("handbook.yml"), matter ? "languages: [en]\n" : yaml);
        Files.writeString(
                handbook.resolve(PAGE),
                matter ? "---\n" + yaml + "---\n\n## Use\n\n`DB_NAME` and `DB_PASSWORD`\n" : "# x\n");
        String[] words = {"check", "--handbook", "handbook", "--lang", "en"};
        String said = new CommandLines(folder).run(words).out();
        // The pages have no translations, which is no fault of the settings.
        return said.contains(": error: ") || (matter && said.contains(": warning: ")) ? said : "";
    }
}
