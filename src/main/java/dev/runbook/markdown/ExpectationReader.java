package dev.runbook.markdown;

import dev.runbook.match.Escapes;
import dev.runbook.model.Expectation;
import dev.runbook.model.Expectation.Kind;
import dev.runbook.model.Expectation.Line;
import dev.runbook.model.Expectation.Quantifier;
import dev.runbook.model.Expectation.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads expected output, line by line, as cram and scrut write it. */
final class ExpectationReader {
    private static final Pattern SUFFIX = Pattern.compile(" \\((glob|re|esc|no-eol)?([?*+])?\\)$");
    private static final Pattern EXIT = Pattern.compile("\\[([0-9]{1,3})]");
    private static final int MAX_EXIT = 255;
    private static final Map<String, Kind> KINDS =
            Map.of("glob", Kind.GLOB, "re", Kind.RE, "esc", Kind.ESC, "no-eol", Kind.NO_EOL);
    private static final Map<String, Quantifier> QUANTIFIERS =
            Map.of("?", Quantifier.OPTIONAL, "*", Quantifier.ANY, "+", Quantifier.SOME);

    private final Problems problems;

    ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The expectation that lines make.
     *
     * @param place the offset of its span where there is no line
     */
    Expectation read(List<SourceText> source, int place, Stream stream) {
        OptionalInt exit = source.isEmpty() ? OptionalInt.empty() : exitStatus(source.get(source.size() - 1));
        List<SourceText> compared = exit.isPresent() ? source.subList(0, source.size() - 1) : source;
        List<Line> lines = new ArrayList<>(compared.size());
        for (int i = 0; i < compared.size(); i++) {
            lines.add(line(compared.get(i), i == compared.size() - 1));
        }
        int start = source.isEmpty() ? place : source.get(0).start();
        int end = source.isEmpty() ? place : source.get(source.size() - 1).end();
        return new Expectation(problems.file().span(start, end), lines, exit, stream);
    }

    private static OptionalInt exitStatus(SourceText line) {
        Matcher matcher = EXIT.matcher(line.text());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int status = Integer.parseInt(matcher.group(1));
        return status <= MAX_EXIT ? OptionalInt.of(status) : OptionalInt.empty();
    }

    private Line line(SourceText source, boolean last) {
        var span = problems.file().span(source.start(), source.end());
        String text = source.text();
        if (text.equals("...")) {
            return new Line(Kind.ANY_LINES, Quantifier.ANY, text, text, span);
        }
        Matcher suffix = SUFFIX.matcher(text);
        if (!text.endsWith(")") || !suffix.find() || (suffix.group(1) == null && suffix.group(2) == null)) {
            return new Line(Kind.EQUAL, Quantifier.ONE, text, text, span);
        }
        Kind kind = KINDS.getOrDefault(String.valueOf(suffix.group(1)), Kind.EQUAL);
        Quantifier quantifier = QUANTIFIERS.getOrDefault(String.valueOf(suffix.group(2)), Quantifier.ONE);
        SourceText compared = source.part(0, suffix.start());
        check(kind, quantifier, compared, source, last);
        return new Line(kind, quantifier, text, compared.text(), span);
    }

    private void check(Kind kind, Quantifier quantifier, SourceText compared, SourceText whole, boolean last) {
        switch (kind) {
            case RE -> checkPattern(compared);
            case GLOB -> checkGlob(compared);
            case ESC -> checkEscapes(compared);
            case NO_EOL -> {
                if (!last || quantifier != Quantifier.ONE) {
                    bad(whole.part(compared.text().length() + 1, whole.text().length()), whole.text());
                }
            }
            case EQUAL, ANY_LINES -> {}
        }
    }

    private void checkPattern(SourceText text) {
        try {
            Pattern.compile(text.text());
        } catch (PatternSyntaxException e) {
            int at = Math.max(0, Math.min(e.getIndex(), text.text().length()));
            problems.add(MarkdownCode.BAD_EXPECTATION, text.start() + at, text.end(), text.text(), "(re)");
        }
    }

    private void checkGlob(SourceText text) {
        int backslashes = 0;
        for (int i = text.text().length() - 1; i >= 0 && text.text().charAt(i) == '\\'; i--) {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            int end = text.text().length();
            problems.add(
                    MarkdownCode.BAD_EXPECTATION, text.part(end - 1, end).start(), text.end(), text.text(), "(glob)");
        }
    }

    private void checkEscapes(SourceText text) {
        int bad = Escapes.firstBad(text.text());
        if (bad >= 0) {
            int end = Math.min(bad + 2, text.text().length());
            problems.add(MarkdownCode.BAD_EXPECTATION, text.start() + bad, text.start() + end, text.text(), "(esc)");
        }
    }

    private void bad(SourceText place, String line) {
        problems.add(MarkdownCode.BAD_EXPECTATION, place.start(), place.end(), line, "(no-eol)");
    }
}
