package dev.runbook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import java.util.List;
import java.util.Locale;

/**
 * A fenced block, taken apart but not yet understood.
 *
 * @param language the info string's first word, lower case
 * @param info what follows it
 * @param lines of the content
 * @param start offset of the opening fence
 * @param end offset behind the closing one
 */
record Fence(
        String language, SourceText info, String code, List<SourceText> lines, int start, int end, boolean closed) {
    static Fence of(FencedCodeBlock node, Positions positions) {
        SourceText info = info(node, positions);
        int word = 0;
        while (word < info.text().length() && " \t{".indexOf(info.text().charAt(word)) < 0) {
            word++;
        }
        int rest = word;
        while (rest < info.text().length() && " \t".indexOf(info.text().charAt(rest)) >= 0) {
            rest++;
        }
        List<SourceText> lines = positions.lines(node.getContentLines());
        StringBuilder code = new StringBuilder();
        lines.forEach(line -> code.append(line.text()).append('\n'));
        return new Fence(
                info.text().substring(0, word).toLowerCase(Locale.ROOT),
                info.part(rest, info.text().length()),
                code.toString(),
                lines,
                positions.body() + node.getOpeningFence().getStartOffset(),
                positions.end(node),
                node.getClosingFence().length() > 0);
    }

    /** The info string; of a block without one, its place. */
    private static SourceText info(FencedCodeBlock node, Positions positions) {
        boolean none = node.getInfo().isEmpty();
        int start =
                none ? node.getOpeningFence().getEndOffset() : node.getInfo().getStartOffset();
        return new SourceText(none ? "" : Texts.of(node.getInfo()), positions.body() + start);
    }

    boolean hasAttributes() {
        return info.text().startsWith("{");
    }

    int codeStart() {
        return lines.isEmpty() ? end : lines.get(0).start();
    }

    int codeEnd() {
        return lines.isEmpty() ? end : lines.get(lines.size() - 1).end();
    }
}
