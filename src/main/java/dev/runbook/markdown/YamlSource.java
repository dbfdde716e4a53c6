package dev.runbook.markdown;

import dev.runbook.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML text inside of a file. */
final class YamlSource {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build();

    /** More than anyone writes; the library's time grows faster than these do. */
    private static final int MAX_LENGTH = 256 * 1024;

    private static final int MAX_NESTING = 50;

    private final Problems problems;
    private final int firstLine;

    /**
     * A text for which problems are collected.
     *
     * @param firstLine the file's line, from 1, of the text's first
     */
    YamlSource(Problems problems, int firstLine) {
        this.problems = problems;
        this.firstLine = firstLine;
    }

    Problems problems() {
        return problems;
    }

    /** The text's root; empty if there is none, or none that can be understood. */
    Optional<Node> parse(String yaml) {
        if (yaml.length() > MAX_LENGTH || nesting(yaml) > MAX_NESTING) {
            problems.add(MarkdownCode.TOO_COMPLEX, problems.file().lineSpan(firstLine));
            return Optional.empty();
        }
        try {
            return new Compose(SETTINGS).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            Span place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> span(mark, mark))
                    .orElseGet(() -> problems.file().lineSpan(firstLine));
            problems.add(MarkdownCode.BAD_YAML, place, e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(MarkdownCode.BAD_YAML, problems.file().lineSpan(firstLine), firstLineOf(e));
        }
        return Optional.empty();
    }

    /** Where a node is; of one that goes over several lines, its first. */
    Span span(Node node) {
        Optional<Mark> start = node.getStartMark();
        Optional<Mark> end = node.getEndMark();
        if (start.isEmpty()) {
            return problems.file().lineSpan(firstLine);
        }
        return span(start.get(), end.orElse(start.get()));
    }

    private Span span(Mark start, Mark end) {
        int line = Math.min(firstLine + start.getLine(), problems.file().lineCount());
        int column = start.getColumn() + 1;
        int lineEnd = problems.file()
                        .line(line)
                        .codePointCount(0, problems.file().line(line).length())
                + 1;
        int stop = end.getLine() == start.getLine() ? end.getColumn() + 1 : lineEnd;
        return new Span(problems.file().name(), line, column, line, Math.max(column, stop));
    }

    private static String firstLineOf(YamlEngineException e) {
        String message = String.valueOf(e.getMessage());
        int newline = message.indexOf('\n');
        return newline < 0 ? message : message.substring(0, newline);
    }

    /** How deep brackets and dashes are nested at most; too many are counted rather than too few. */
    private static int nesting(String yaml) {
        int most = 0;
        int brackets = 0;
        int dashes = 0;
        for (int i = 0; i < yaml.length(); i++) {
            switch (yaml.charAt(i)) {
                case '[', '{' -> brackets++;
                case ']', '}' -> brackets = Math.max(0, brackets - 1);
                case '-', '?', ':' -> dashes++;
                case ' ' -> {}
                default -> dashes = 0;
            }
            most = Math.max(most, brackets + dashes / 2);
        }
        return most;
    }
}
