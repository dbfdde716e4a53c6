package dev.runbook.junit;

import dev.runbook.i18n.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * How runbooks are run as tests: configuration parameters of the platform, and variables of the environment.
 *
 * @param folder the one that the tests are run in; absolute
 * @param handbook the handbook's folder, where it is not the nearest one
 * @param environment in place of those that the runbooks name
 * @param baseImage in place of the one that a Dockerfile names
 * @param results the folder of results
 * @param jobs how many runbooks at a time
 * @param required whether it is a failure that this machine has no container engine
 */
record Settings(
        Path folder,
        Language language,
        Optional<Path> handbook,
        Optional<String> environment,
        Optional<String> baseImage,
        Path results,
        Optional<Integer> jobs,
        boolean required) {
    static final String HANDBOOK = "runbook.handbook";
    static final String ENVIRONMENT = "runbook.environment";
    static final String BASE_IMAGE = "runbook.base-image";
    static final String LANGUAGE = "runbook.language";
    static final String RESULTS = "runbook.results";
    static final String JOBS = "runbook.jobs";

    private static final String DEFAULT_RESULTS = "target/verify";
    private static final String BASE_IMAGE_VARIABLE = "RUNBOOK_BASE_IMAGE";
    private static final String LANGUAGES =
            Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(", "));

    /** Of a request, for the folder that this process runs in. */
    static Settings of(ConfigurationParameters parameters, Map<String, String> environment) {
        Path folder = Path.of("").toAbsolutePath();
        Language asked = Language.ofEnvironment(environment);
        Language language = parameters
                .get(LANGUAGE)
                .map(code -> Language.ofCode(code).orElseThrow(() -> bad(asked, LANGUAGE, code, LANGUAGES)))
                .orElse(asked);
        return new Settings(
                folder,
                language,
                parameters.get(HANDBOOK).map(folder::resolve).map(Path::normalize),
                parameters.get(ENVIRONMENT),
                parameters
                        .get(BASE_IMAGE)
                        .or(() -> Optional.ofNullable(environment.get(BASE_IMAGE_VARIABLE)))
                        .filter(name -> !name.isEmpty()),
                folder.resolve(parameters.get(RESULTS).orElse(DEFAULT_RESULTS)),
                parameters.get(JOBS).map(jobs -> number(language, jobs)),
                "true".equals(environment.get("CI")));
    }

    private static int number(Language language, String jobs) {
        if (!jobs.matches("[1-9][0-9]?")) {
            throw bad(language, JOBS, jobs, "1-99");
        }
        return Integer.parseInt(jobs);
    }

    private static SelectionException bad(Language language, String name, String value, String allowed) {
        return new SelectionException(language, JunitCode.BAD_PARAMETER, List.of(name, value, allowed));
    }

    /** A file's path as a person in {@link #folder} writes it. */
    String shown(Path file) {
        Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
