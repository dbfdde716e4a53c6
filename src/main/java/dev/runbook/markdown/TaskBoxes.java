package dev.runbook.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;

/** The boxes of task-list items, by GFM's section 5.3: {@code [ ]} or {@code [x]}, then a space. */
final class TaskBoxes {
    private static final List<String> BOXES = List.of("[ ] ", "[x] ", "[X] ");

    private TaskBoxes() {}

    /** Takes the box away if the paragraph begins with one. */
    static boolean take(Paragraph paragraph) {
        String start = paragraph.getContentChars().trimStart().toString();
        if (BOXES.stream().noneMatch(start::startsWith) || start.length() <= 4) {
            return false;
        }
        int left = 4;
        Node node = paragraph.getFirstChild();
        // A link named x would be no text.
        while (left > 0 && node instanceof Text text) {
            Node next = node.getNext();
            int length = text.getChars().length();
            if (length <= left) {
                text.unlink();
            } else {
                text.setChars(text.getChars().subSequence(left, length).trimStart());
            }
            left -= length;
            node = next;
        }
        return left <= 0;
    }
}
