package dev.runbook.importing;

import dev.runbook.importing.MemoLine.Hole;
import dev.runbook.source.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts parameters in the places of secrets and placeholders, so that each value stays data. */
final class Filler {
    /** What surrounds a value. */
    enum Place {
        SHELL,
        PSQL,
        FILE
    }

    private final Memo memo;
    private final Parameters parameters;
    private final List<Diagnostic> unsure;

    Filler(Memo memo, Parameters parameters, List<Diagnostic> unsure) {
        this.memo = memo;
        this.parameters = parameters;
        this.unsure = unsure;
    }

    /** A line's part as it stands in a block. */
    String fill(MemoLine line, int start, int end, Place place) {
        List<Hole> holes = holes(line, start, end, place);
        StringBuilder out = new StringBuilder();
        int at = start;
        char quote = 0;
        for (Hole hole : holes) {
            String before = line.text().substring(at, hole.start());
            quote = place == Place.FILE ? 0 : quote(before, quote);
            out.append(before);
            at = hole.end();
            String name = parameters.name(line, hole);
            if (Placeholders.isGuess(line.text(), hole) && !hole.secret()) {
                unsure.add(
                        Diagnostic.of(ImportCode.PLACEHOLDER_GUESSED, memo.span(line, hole.start(), hole.end()), name));
            }
            boolean alone = quote != 0
                    && line.text().charAt(hole.start() - 1) == quote
                    && at < end
                    && line.text().charAt(at) == quote;
            if (place == Place.PSQL && alone) {
                out.setLength(out.length() - 1);
                out.append(':').append(quote).append(name);
            } else if (place == Place.PSQL && quote == 0) {
                out.append(":\"").append(name).append('"');
            } else if (place != Place.SHELL || quote == '"') {
                out.append("${").append(name).append('}');
            } else {
                String quoted = "\"$" + name + "\"";
                out.append(quote == '\'' ? "'" + quoted + "'" : quoted);
            }
        }
        String filled = out.append(line.text(), at, end).toString();
        // What a single quote was closed for and opened again around.
        return place == Place.SHELL ? filled.replace("''\"$", "\"$").replace("\"''", "\"") : filled;
    }

    /** Secrets always, and placeholders where they are none. */
    List<Hole> holes(MemoLine line, int start, int end, Place place) {
        List<Hole> holes = new ArrayList<>();
        for (Hole hole : line.secrets()) {
            if (hole.start() >= start && hole.end() <= end) {
                holes.add(hole);
            }
        }
        for (Hole hole : Placeholders.in(line.text(), start, end)) {
            boolean section = place == Place.FILE
                    && line.text().charAt(hole.start()) == '['
                    && line.body().length() == hole.end() - hole.start()
                    && !Text.isWide(hole.label());
            if (!section && holes.stream().noneMatch(h -> h.start() < hole.end() && hole.start() < h.end())) {
                holes.add(hole);
            }
        }
        holes.sort(Comparator.comparingInt(Hole::start));
        return holes;
    }

    /** The quotation mark that is open behind a text; 0 for none. */
    static char quote(String text, char open) {
        char quote = open;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote;
    }
}
