package dev.runbook.markdown;

import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes emphasis of the delimiter runs in a block, as CommonMark's "process emphasis" does, in a number of steps that is
 * linear in the number of runs.
 */
final class Emphasis {
    private static final int STRIKETHROUGH = 2;

    private final Node parent;
    /**
     * Below which run no opener is left, for each kind of closer: character, whether it can open too, length modulo 3.
     */
    private final int[] bottoms = new int[3 * 2 * 3];

    private final List<DelimiterRun> runs = new ArrayList<>();
    private @Nullable DelimiterRun first;

    private Emphasis(Node parent) {
        this.parent = parent;
    }

    /** Resolves all runs in a block; none is left. Inner links come before what is around them, as in CommonMark. */
    static void resolve(Node block) {
        List<Node> parents = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(block);
        while (!open.isEmpty()) {
            Node node = open.pop();
            boolean hasRuns = false;
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                if (child.getFirstChild() != null) {
                    open.push(child);
                }
                hasRuns |= child instanceof DelimiterRun;
            }
            if (hasRuns) {
                parents.add(node);
            }
        }
        for (int i = parents.size() - 1; i >= 0; i--) {
            new Emphasis(parents.get(i)).resolve();
        }
    }

    private void resolve() {
        collect();
        DelimiterRun closer = first;
        while (closer != null) {
            closer = closer.canClose() ? close(closer) : closer.nextRun;
        }
        restoreText();
    }

    private void collect() {
        java.util.Arrays.fill(bottoms, -1);
        DelimiterRun last = null;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DelimiterRun run) {
                run.index = runs.size();
                runs.add(run);
                run.previousRun = last;
                if (last == null) {
                    first = run;
                } else {
                    last.nextRun = run;
                }
                last = run;
            }
        }
    }

    /** Handles one closer; the closer to go on with. */
    private @Nullable DelimiterRun close(DelimiterRun closer) {
        int bottom = bottoms[kind(closer)];
        DelimiterRun opener = closer.previousRun;
        while (opener != null && opener.index > bottom && !matches(opener, closer)) {
            opener = opener.previousRun;
        }
        DelimiterRun next = closer.nextRun;
        if (opener == null || opener.index <= bottom) {
            bottoms[kind(closer)] = closer.index - 1;
            if (!closer.canOpen()) {
                drop(closer);
            }
            return next;
        }
        wrap(opener, closer);
        opener.nextRun = closer;
        closer.previousRun = opener;
        if (opener.length == 0) {
            drop(opener);
            opener.unlink();
        }
        if (closer.length > 0) {
            return closer;
        }
        drop(closer);
        closer.unlink();
        return next;
    }

    private static boolean matches(DelimiterRun opener, DelimiterRun closer) {
        if (!opener.canOpen() || opener.character() != closer.character()) {
            return false;
        }
        boolean both = opener.canClose() || closer.canOpen();
        return closer.character() == '~'
                || !both
                || closer.originalLength() % 3 == 0
                || (opener.originalLength() + closer.originalLength()) % 3 != 0;
    }

    private static void wrap(DelimiterRun opener, DelimiterRun closer) {
        boolean tilde = closer.character() == '~';
        int used = tilde || (opener.length >= 2 && closer.length >= 2) ? 2 : 1;
        Node wrapper = tilde
                ? new Extra.Strikethrough()
                : used == STRIKETHROUGH ? new StrongEmphasis() : new com.vladsch.flexmark.ast.Emphasis();
        Node node = opener.getNext();
        while (node != closer) {
            Node next = node.getNext();
            wrapper.appendChild(node);
            node = next;
        }
        opener.insertAfter(wrapper);
        opener.length -= used;
        closer.length -= used;
    }

    private void drop(DelimiterRun run) {
        if (run.previousRun == null) {
            first = run.nextRun;
        } else {
            run.previousRun.nextRun = run.nextRun;
        }
        if (run.nextRun != null) {
            run.nextRun.previousRun = run.previousRun;
        }
    }

    private static int kind(DelimiterRun run) {
        int character = run.character() == '*' ? 0 : run.character() == '_' ? 1 : 2;
        return (character * 2 + (run.canOpen() ? 1 : 0)) * 3 + run.originalLength() % 3;
    }

    /** What no emphasis was made of is text, wherever it now stands. */
    private void restoreText() {
        for (DelimiterRun run : runs) {
            if (run.length > 0) {
                Text text = new Text(run.getChars().subSequence(0, run.length));
                run.insertBefore(text);
                run.unlink();
            }
        }
    }
}
