package dev.runbook.cli;

import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.outcome.Place;
import dev.runbook.values.Masker;
import dev.runbook.values.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run begins with: what is carried out, where, and with which values. */
final class RunHead {
    private static final String INDENT = "  ";

    private final RunTexts texts;
    private final int columns;

    RunHead(RunTexts texts, int columns) {
        this.texts = texts;
        this.columns = columns;
    }

    /** One line. */
    String title(Runbook shown, Place place, int steps) {
        String where = texts.words().get("exec.place", place.user() + "@" + place.host(), steps);
        return texts.style().bold(Terminal.clean(shown.title()))
                + texts.style().faint(INDENT + shown.id() + INDENT + where)
                + "\n";
    }

    /**
     * A line for each value that may be shown, whatever it came from, cut where it would not fit.
     *
     * @param shown with the labels that the person reads
     */
    String values(Runbook shown, Values values) {
        Masker masker = masker(values);
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> value : values.shown().entrySet()) {
            String set = value.getKey() + "=" + oneLine(masker.mask(value.getValue()));
            String label = label(shown, value.getKey()).map(l -> INDENT + l).orElse("");
            String line = Cells.cut(INDENT + set + label, columns);
            int bare = Math.min(line.length(), INDENT.length() + set.length());
            out.append(line, 0, bare)
                    .append(texts.style().faint(line.substring(bare)))
                    .append('\n');
        }
        return out.toString();
    }

    static Masker masker(Values values) {
        List<String> secrets = values.secrets().stream()
                .map(name -> values.all().getOrDefault(name, ""))
                .filter(secret -> !secret.isEmpty())
                .toList();
        return Masker.of(secrets);
    }

    private static String oneLine(String value) {
        return Terminal.clean(value.replace("\n", "\u23ce").replace("\t", "\u21e5"));
    }

    private static Optional<String> label(Runbook shown, String name) {
        return shown.frontMatter().params().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .flatMap(Parameter::label)
                .map(RunHead::oneLine);
    }
}
