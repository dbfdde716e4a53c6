package dev.runbook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import dev.runbook.model.Block;
import dev.runbook.model.Html;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Section;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds a page's sections: prose is cut wherever a block with a meaning of its own stands. */
final class PageBuilder implements BlockSink {
    private final Rendering rendering;
    private final HtmlWriter out;
    private final Positions positions;
    private final SourceFile file;
    private final Outline outline;
    private final PageSteps steps;
    private final StepReader reader;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private List<Block> blocks = new ArrayList<>();
    private Section current;
    /** The offset from which on the source belongs to the next prose. */
    private int proseStart;

    PageBuilder(Rendering rendering, Outline outline, PageSteps steps) {
        this.rendering = rendering;
        this.out = rendering.out();
        this.positions = rendering.positions();
        this.file = positions.file();
        this.outline = outline;
        this.steps = steps;
        this.reader = new StepReader(rendering.problems(), steps);
        this.proseStart = positions.body();
        Span start = file.span(proseStart, proseStart);
        this.current = new Section("", false, 0, "", Html.EMPTY, start, List.of());
    }

    /** The sections; nothing may come afterwards. */
    List<Section> finish() {
        endSection(file.text().length());
        IdentityHashMap<Block, Block> finished = steps.finish();
        if (finished.isEmpty()) {
            return sections;
        }
        return sections.stream()
                .map(section -> with(
                        section,
                        section.blocks().stream()
                                .map(block -> finished.getOrDefault(block, block))
                                .toList()))
                .collect(Collectors.toList());
    }

    /** The ids in the text that belong to no section and no step. */
    Set<String> anchors() {
        anchors.addAll(rendering.anchors());
        return anchors;
    }

    @Override
    public void heading(Heading heading) {
        Outline.Entry entry = outline.entry(heading);
        boolean isTitle = outline.title().filter(entry::equals).isPresent();
        if (isTitle) {
            flush(positions.start(heading));
            // The title is shown elsewhere; links to it lead to where it was.
            out.raw("<span id=\"");
            out.text(entry.id());
            out.raw("\"></span>\n");
            anchors.add(entry.id());
        } else {
            endSection(positions.start(heading));
            rendering.inlines().render(heading);
            current = new Section(
                    entry.id(),
                    entry.explicit(),
                    heading.getLevel(),
                    entry.title(),
                    out.take(),
                    positions.span(heading),
                    List.of());
            steps.enter(entry.id());
        }
        proseStart = positions.end(heading);
    }

    @Override
    public void fence(FencedCodeBlock code) {
        Fence fence = Fence.of(code, positions);
        flush(fence.start());
        reader.read(fence).ifPresent(blocks::add);
        proseStart = fence.end();
    }

    @Override
    public void indented(IndentedCodeBlock code) {
        List<SourceText> lines = withoutBlankEnd(positions.lines(code.getContentLines()));
        if (lines.isEmpty()) {
            return;
        }
        int start = lines.get(0).start();
        int end = lines.get(lines.size() - 1).end();
        flush(start);
        blocks.add(new Listing(file.span(start, end), "", code(lines)));
        proseStart = end;
    }

    /** Lines without the blank ones at the end, which are not part of indented code. */
    private static List<SourceText> withoutBlankEnd(List<SourceText> lines) {
        int count = lines.size();
        while (count > 0 && lines.get(count - 1).text().isBlank()) {
            count--;
        }
        return lines.subList(0, count);
    }

    /** The text of indented code. */
    static String code(List<SourceText> lines) {
        StringBuilder text = new StringBuilder();
        withoutBlankEnd(lines).forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    @Override
    public void task(ListItem item, Paragraph text) {
        flush(positions.start(item));
        String markdown = positions.lines(text.getContentLines()).stream()
                .map(line -> line.text().strip())
                .collect(Collectors.joining("\n"));
        // The box has three characters.
        String words = markdown.substring(Math.min(3, markdown.length())).strip();
        blocks.add(steps.task(words, positions.span(item), positions.span(text)));
        proseStart = positions.end(text);
    }

    private void endSection(int end) {
        // Nothing is open here but HTML that its author did not close.
        rendering.html().leave(0);
        flush(end);
        if (current.level() > 0 || !blocks.isEmpty()) {
            sections.add(with(current, blocks));
        }
        blocks = new ArrayList<>();
    }

    private static Section with(Section section, List<Block> blocks) {
        return new Section(
                section.id(),
                section.explicitId(),
                section.level(),
                section.title(),
                section.titleHtml(),
                section.span(),
                blocks);
    }

    /** Ends the prose before an offset, if there is any. */
    private void flush(int end) {
        Html html = out.take();
        if (html.pieces().isEmpty()) {
            return;
        }
        String text = file.text();
        int from = proseStart;
        int to = Math.max(proseStart, end);
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int line = file.lineStart(file.lineAt(from));
        if (line >= proseStart && text.substring(line, from).isBlank()) {
            from = line;
        }
        blocks.add(new Prose(file.span(from, to), text.substring(from, to), html));
    }
}
