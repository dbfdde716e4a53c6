package dev.runbook.importing;

import dev.runbook.i18n.DisplayWidth;
import dev.runbook.importing.Element.Heading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds headings: between rulers, above one, and by what they begin with. */
final class Headings {
    private static final int MAX_TITLE = 80;
    private static final String MARKERS = "■□◆◇●○◎▼▽▲△★☆§◼▶►◉";
    private static final Pattern ANGLE = Pattern.compile("(?<open>[＜〈《≪])(?<title>.+?)[＞〉》≫]?");
    private static final Pattern RULED_ANGLE = Pattern.compile("(?<open>[<\\[])(?<title>[^<>\\[\\]]+)[>\\]]");
    private static final Pattern LENTICULAR = Pattern.compile("(?<open>【)(?<title>[^】]+)】.{0,40}");
    private static final Pattern MARKDOWN = Pattern.compile("(?<open>#{1,6})[ \\u3000]+(?<title>\\S.*?)[ #]*");
    private static final Pattern CHAPTER =
            Pattern.compile("(?<title>第[0-9０-９一二三四五六七八九十]{1,4}(?<open>[章節部編])(?:[\\s\\u3000:：].*)?)");
    private static final Pattern DOTTED =
            Pattern.compile("(?<title>[0-9]{1,3}(?<open>(?:[.-][0-9]{1,3}){1,4})[.)]?[ \\u3000]+\\S.*)");

    private final Memo memo;
    private final CommandReader commands;

    Headings(Memo memo, CommandReader commands) {
        this.memo = memo;
        this.commands = commands;
    }

    /** The heading that begins at an index, with its rulers. */
    Optional<Heading> at(int index) {
        MemoLine line = memo.at(index);
        if (Text.isRuler(line.body())) {
            return ruled(index);
        }
        if (line.isBlank() || line.body().length() > MAX_TITLE) {
            return Optional.empty();
        }
        Optional<Heading> marked = marked(index, index + 1, index + 1, ruledAbove(index));
        if (marked.isPresent()) {
            return marked;
        }
        return underlined(index);
    }

    /** A title between two rulers, or a marked one below a ruler. */
    private Optional<Heading> ruled(int index) {
        MemoLine title = memo.at(index + 1);
        if (title.isBlank() || title.body().length() > MAX_TITLE || Text.isRuler(title.body())) {
            return Optional.empty();
        }
        boolean boxed = isSameRuler(index, index + 2);
        Optional<Heading> marked = marked(index + 1, index + 1, boxed ? index + 3 : index + 2, true);
        if (marked.isPresent()) {
            return marked;
        }
        boolean plain =
                commands.prompted(title).isEmpty() && commands.bare(title).isEmpty();
        return boxed && plain
                ? Optional.of(heading(
                        index + 1, index + 3, "box" + memo.at(index).body().charAt(0), index + 1, 0, -1))
                : Optional.empty();
    }

    private boolean isSameRuler(int first, int second) {
        String below = memo.at(second).body();
        return Text.isRuler(below) && below.charAt(0) == memo.at(first).body().charAt(0);
    }

    /** Whether the nearest line above that is not blank is a ruler. */
    private boolean ruledAbove(int index) {
        int above = index - 1;
        while (above >= 0 && index - above < 4 && memo.at(above).isBlank()) {
            above--;
        }
        return above >= 0 && Text.isRuler(memo.at(above).body());
    }

    private Optional<Heading> marked(int index, int first, int last, boolean ruled) {
        MemoLine line = memo.at(index);
        String body = line.body();
        int marker = MARKERS.indexOf(body.charAt(0));
        if (marker >= 0 && body.length() > 1) {
            boolean list = isMarked(index - 1, body.charAt(0)) || isMarked(index + 1, body.charAt(0));
            int title = 1;
            while (title < body.length() && (body.charAt(title) == ' ' || body.charAt(title) == '\u3000')) {
                title++;
            }
            boolean repeated = title < body.length() && MARKERS.indexOf(body.charAt(title)) >= 0;
            return list || repeated || title == body.length()
                    ? Optional.empty()
                    : Optional.of(heading(first, last, body.substring(0, 1), index, title, -1));
        }
        if (Alerts.kind(body).isPresent()) {
            return Optional.empty();
        }
        for (Pattern pattern : ruled
                ? java.util.List.of(ANGLE, RULED_ANGLE, LENTICULAR, MARKDOWN, CHAPTER, DOTTED)
                : java.util.List.of(ANGLE, LENTICULAR, MARKDOWN, CHAPTER, DOTTED)) {
            Matcher matcher = pattern.matcher(body);
            if (!matcher.matches() || (pattern == ANGLE && !ruled && !closes(body))) {
                continue;
            }
            boolean markdown = pattern == MARKDOWN;
            if (markdown && commands.prompted(line).isPresent()) {
                continue;
            }
            int depth = (int) matcher.group("open")
                    .chars()
                    .filter(c -> c == '.' || c == '-')
                    .count();
            String kind = pattern == DOTTED ? "dot" + depth : matcher.group("open");
            int end = pattern == LENTICULAR && matcher.end("title") + 1 < body.length() ? -1 : matcher.end("title");
            return Optional.of(heading(first, last, kind, index, end < 0 ? 0 : matcher.start("title"), end));
        }
        return Optional.empty();
    }

    private static boolean closes(String body) {
        return "＞〉》≫".indexOf(body.charAt(body.length() - 1)) >= 0;
    }

    private boolean isMarked(int index, char marker) {
        String body = memo.at(index).body();
        return !body.isEmpty() && body.charAt(0) == marker && !Text.isRuler(body);
    }

    /** A line with a ruler below it that is about as long. */
    private Optional<Heading> underlined(int index) {
        MemoLine line = memo.at(index);
        String below = memo.at(index + 1).body();
        boolean free = index == 0
                || memo.at(index - 1).isBlank()
                || Text.isRuler(memo.at(index - 1).body());
        if (!free || below.length() < 3 || "=-~ー─━＝－^".indexOf(below.charAt(0)) < 0) {
            return Optional.empty();
        }
        boolean ruler = Text.isRuler(below) || below.chars().allMatch(c -> c == below.charAt(0));
        int title = DisplayWidth.of(line.body());
        int width = DisplayWidth.of(below);
        boolean fits = width * 2 >= title && width <= title * 2 + 4;
        boolean text = commands.prompted(line).isEmpty() && commands.bare(line).isEmpty();
        return ruler && fits && text
                ? Optional.of(heading(index + 1, index + 2, "under" + below.charAt(0), index, 0, -1))
                : Optional.empty();
    }

    /**
     * A heading.
     *
     * @param start where its title begins in the line's body
     * @param end exclusive; -1 for the body's end
     */
    private Heading heading(int first, int last, String kind, int index, int start, int end) {
        MemoLine line = memo.at(index);
        int indent = line.indent();
        return new Heading(
                first,
                last,
                kind,
                line,
                indent + start,
                indent + (end < 0 ? line.body().length() : end));
    }
}
