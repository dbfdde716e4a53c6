package dev.runbook.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables in paragraphs, by GFM's section 4.10.
 *
 * <p>Not flexmark's extension: it takes a bar inside a code span for text where GitHub ends the cell, asks for a bar in
 * each row, and its pattern for the row of dashes takes time that grows with the square of a hostile line.
 */
final class TableReader implements ParagraphPreProcessor {
    private final InlineParser inlineParser;

    private TableReader(InlineParser inlineParser) {
        this.inlineParser = inlineParser;
    }

    @Override
    public int preProcessBlock(Paragraph paragraph, ParserState state) {
        List<BasedSequence> lines = paragraph.getContentLines();
        int delimiter = delimiterRow(lines);
        if (delimiter < 0) {
            return 0;
        }
        List<Optional<Table.Alignment>> columns = columns(lines.get(delimiter).toString());
        if (delimiter > 1) {
            Paragraph before = new Paragraph();
            BasedSequence first = lines.get(0);
            before.setContent(new ArrayList<>(lines.subList(0, delimiter - 1)));
            paragraph.insertBefore(before);
            state.blockAdded(before);
            inlineParser.parse(before.getContentChars(), before);
            before.setChars(first.baseSubSequence(
                    first.getStartOffset(), lines.get(delimiter - 2).getEndOffset()));
        }
        Table table = new Table(lines.get(delimiter - 1)
                .baseSubSequence(
                        lines.get(delimiter - 1).getStartOffset(),
                        paragraph.getChars().getEndOffset()));
        for (int i = delimiter - 1; i < lines.size(); i++) {
            if (i != delimiter) {
                table.appendChild(row(lines.get(i), columns, i < delimiter));
            }
        }
        paragraph.insertBefore(table);
        state.blockAdded(table);
        return paragraph.getChars().length();
    }

    private Table.Row row(BasedSequence line, List<Optional<Table.Alignment>> columns, boolean header) {
        Table.Row row = new Table.Row(line.trim(), header);
        List<BasedSequence> cells = cells(line);
        for (int i = 0; i < columns.size(); i++) {
            BasedSequence content = i < cells.size() ? cells.get(i) : line.subSequence(line.length());
            Table.Cell cell = new Table.Cell(content, columns.get(i));
            inlineParser.parse(content, cell);
            row.appendChild(cell);
        }
        return row;
    }

    /** The index of the first line that is a row of dashes below a line with as many cells; -1 if there is none. */
    private static int delimiterRow(List<BasedSequence> lines) {
        for (int i = 1; i < lines.size(); i++) {
            BasedSequence line = lines.get(i);
            char first = line.trimStart().isEmpty() ? 0 : line.trimStart().charAt(0);
            if ((first == '|' || first == '-' || first == ':') && line.indexOf('-') >= 0) {
                int columns = columns(line.toString()).size();
                boolean hasBar = line.indexOf('|') >= 0 || lines.get(i - 1).indexOf('|') >= 0;
                if (columns > 0 && hasBar && cells(lines.get(i - 1)).size() == columns) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The alignments that a row of dashes gives; none if the line is no such row. */
    private static List<Optional<Table.Alignment>> columns(String line) {
        String row = line.strip();
        int from = row.startsWith("|") ? 1 : 0;
        int to = row.length() > from && row.endsWith("|") ? row.length() - 1 : row.length();
        List<Optional<Table.Alignment>> columns = new ArrayList<>();
        while (from <= to) {
            int bar = row.indexOf('|', from);
            int end = bar < 0 || bar > to ? to : bar;
            String cell = row.substring(from, end).strip();
            if (!isDashes(cell)) {
                return List.of();
            }
            columns.add(alignment(cell));
            from = end + 1;
        }
        return columns;
    }

    private static boolean isDashes(String cell) {
        int from = cell.startsWith(":") ? 1 : 0;
        int to = cell.length() > from && cell.endsWith(":") ? cell.length() - 1 : cell.length();
        return to > from && cell.substring(from, to).chars().allMatch(c -> c == '-');
    }

    private static Optional<Table.Alignment> alignment(String cell) {
        boolean left = cell.startsWith(":");
        boolean right = cell.endsWith(":");
        if (left && right) {
            return Optional.of(Table.Alignment.CENTER);
        }
        if (left) {
            return Optional.of(Table.Alignment.LEFT);
        }
        return right ? Optional.of(Table.Alignment.RIGHT) : Optional.empty();
    }

    /** The cells of a row, without the bars; an escaped bar is part of its cell, even in code. */
    private static List<BasedSequence> cells(BasedSequence line) {
        BasedSequence row = line.trim();
        List<BasedSequence> cells = new ArrayList<>();
        int from = row.startsWith("|") ? 1 : 0;
        for (int i = from; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                cells.add(row.subSequence(from, i).trim());
                from = i + 1;
            }
        }
        if (from < row.length()) {
            cells.add(row.subSequence(from, row.length()).trim());
        }
        return cells;
    }

    /** Makes one for each document. */
    static final class Factory implements ParagraphPreProcessorFactory {
        @Override
        public ParagraphPreProcessor apply(ParserState state) {
            return new TableReader(state.getInlineParser());
        }

        /** Definitions come first: a cell may refer to them. */
        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(ReferencePreProcessorFactory.class);
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
