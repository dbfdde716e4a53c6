package dev.runbook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;

/**
 * Takes the parts of a page that are not prose, where they occur. What the renderer wrote before is before them, and what
 * it writes afterwards is behind them.
 */
interface BlockSink {
    /** A fenced code block, wherever it stands. */
    void fence(FencedCodeBlock code);

    /** An indented code block, wherever it stands. */
    void indented(IndentedCodeBlock code);

    /** A heading that is not inside of a quote or list. */
    void heading(Heading heading);

    /**
     * The box of a task.
     *
     * @param text the item's first paragraph
     */
    void task(ListItem item, Paragraph text);
}
