package dev.runbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.runbook";
    private static final String SAMPLES = "dev.runbook.architecture.samples";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages(SAMPLES);

    @Test
    void productIsSeen() {
        assertTrue(PRODUCT.contain("dev.runbook.model.Runbook"), "the product's classes were not imported");
    }

    @Test
    void packagesDependOnThoseAboveAlone() {
        Rules.order(ROOT).forEach(rule -> rule.check(PRODUCT));
        assertEquals(List.of("KnowsModel"), offenders(Rules.order(SAMPLES)));
    }

    @Test
    void everyPackageHasItsPlace() {
        Rules.noOtherPackages(ROOT).check(PRODUCT);
        assertEquals(List.of("Stray"), offenders(List.of(Rules.noOtherPackages(SAMPLES))));
    }

    @Test
    void librariesAreConfined() {
        Rules.libraries(ROOT).forEach(rule -> rule.check(PRODUCT));
        assertEquals(List.of("KnowsFlexmark"), offenders(Rules.libraries(SAMPLES)));
    }

    @Test
    void processBelongsToTheCommandLine() {
        Rules.processIsCliOnly(ROOT).check(PRODUCT);
        assertEquals(List.of("Defaults", "Shouts"), offenders(List.of(Rules.processIsCliOnly(SAMPLES))));
    }

    @Test
    void noStaticFieldCanBeAssignedAgain() {
        Rules.noMutableStatics(ROOT).check(PRODUCT);
        assertEquals(List.of("Shouts"), offenders(List.of(Rules.noMutableStatics(SAMPLES))));
    }

    @Test
    void everyPackageSaysWhatItIsForAndHoldsNullness() throws IOException {
        List<Path> without = new ArrayList<>();
        for (String top : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> walk = Files.walk(Path.of(top))) {
                walk.filter(Files::isDirectory)
                        .filter(ArchitectureTest::holdsJava)
                        .filter(d -> !declaresNullMarked(d.resolve("package-info.java")))
                        .forEach(without::add);
            }
        }
        assertEquals(List.of(), without, "folders without a package-info that says @NullMarked");
    }

    @Test
    void noFileIsLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String top : List.of("src", "site-theme")) {
            try (Stream<Path> walk = Files.walk(Path.of(top))) {
                List<Path> files = walk.filter(Files::isRegularFile)
                        .filter(f -> f.toString().matches(".*\\.(java|js|css|jte)"))
                        .toList();
                for (Path file : files) {
                    long lines = Files.readString(file).lines().count();
                    if (lines > 500) {
                        tooLong.add(file + ": " + lines);
                    }
                }
            }
        }
        assertEquals(List.of(), tooLong, "files of more than 500 lines: split by meaning");
    }

    /** Simple names of the sample classes that break one of the rules, sorted. */
    private static List<String> offenders(List<ArchRule> rules) {
        TreeSet<String> names = new TreeSet<>();
        for (ArchRule rule : rules) {
            EvaluationResult result = rule.evaluate(SAMPLE);
            String report = result.getFailureReport().getDetails().stream().collect(Collectors.joining("\n"));
            SAMPLE.stream()
                    .filter(c -> report.contains(c.getFullName())
                            && !c.getSimpleName().equals("Leaf"))
                    .forEach(c -> names.add(c.getSimpleName()));
        }
        return List.copyOf(names);
    }

    private static boolean holdsJava(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean declaresNullMarked(Path packageInfo) {
        try {
            return Files.exists(packageInfo) && Files.readString(packageInfo).contains("NullMarked");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
