package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the nodes of a parsed body are in their file.
 *
 * @param body the offset at which the body begins, behind the front matter: the start of a line
 */
record Positions(SourceFile file, int body) {
    /** The offset of a node's first character. */
    int start(Node node) {
        return body + node.getStartOffset();
    }

    /** The offset behind a node's last character that is no line end. */
    int end(Node node) {
        int end = Math.min(body + node.getEndOffset(), file.text().length());
        while (end > start(node) && file.text().charAt(end - 1) == '\n') {
            end--;
        }
        return end;
    }

    Span span(Node node) {
        return file.span(start(node), end(node));
    }

    /** The file's line, from 1, on which a node begins. */
    int line(Node node) {
        return file.lineAt(start(node));
    }

    /** Lines of a block's content, each with its place; what stands before a line in quotes and lists is not in it. */
    List<SourceText> lines(List<BasedSequence> content) {
        List<SourceText> lines = new ArrayList<>(content.size());
        for (BasedSequence line : content) {
            lines.add(new SourceText(Texts.of(line.trimEOL()), body + line.getStartOffset()));
        }
        return lines;
    }

    /** A text inside of a block that may go over several lines. */
    List<SourceText> lines(BasedSequence text) {
        List<BasedSequence> lines = new ArrayList<>();
        int from = 0;
        for (int newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', from)) {
            lines.add(text.subSequence(from, newline));
            from = newline + 1;
        }
        lines.add(text.subSequence(from, text.length()));
        return lines(lines);
    }
}
