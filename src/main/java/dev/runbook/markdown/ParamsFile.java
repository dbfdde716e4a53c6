package dev.runbook.markdown;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.values.GivenValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file of values for parameters: a YAML map from names to texts, numbers and truth values, each taken as written. */
public final class ParamsFile {
    private ParamsFile() {}

    /**
     * Reads a file. Whether there are parameters of these names is not looked at.
     *
     * @param name as the user gave it
     */
    public static Parsed<List<GivenValue>> read(Path path, String name) {
        TextFile file = TextFile.read(path, name);
        List<Diagnostic> problems = new ArrayList<>(file.problems());
        List<GivenValue> values = new ArrayList<>();
        if (file.problems().isEmpty()) {
            Problems found = new Problems(file.source());
            YamlSource source = new YamlSource(found, 1);
            Optional<Node> root = source.parse(file.source().text());
            root.flatMap(node -> YamlMap.of(node, name, source))
                    .ifPresent(map -> map.keys()
                            .forEach((key, span) -> map.scalar(key)
                                    .ifPresent(value -> values.add(new GivenValue(
                                            key, value, GivenValue.Source.PARAMS_FILE, name, Optional.of(span))))));
            problems.addAll(found.all());
        }
        return new Parsed<>(values, problems);
    }
}
