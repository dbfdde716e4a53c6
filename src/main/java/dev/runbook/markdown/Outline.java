package dev.runbook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import dev.runbook.model.Section;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headings of a page and their ids, all known before the first of them is written. */
final class Outline {
    /**
     * A heading of the page.
     *
     * @param id unique in the page
     * @param explicit whether the author wrote the id
     */
    record Entry(Heading heading, String id, boolean explicit, String title) {}

    private static final Pattern BLOCK_ID = Pattern.compile("\\{(?:[^}\"]*[ \\t])?#([^\\s}]+)");
    private static final Pattern HTML_ID = Pattern.compile("\\s(?:id|name)\\s*=\\s*[\"']?([^\"'\\s>]+)");

    private final IdentityHashMap<Heading, Entry> entries = new IdentityHashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private final IdentityHashMap<Heading, SourceText> written = new IdentityHashMap<>();
    private final Positions positions;
    private final Problems problems;
    private final Ids ids;
    private @Nullable Heading titleHeading;

    private Outline(Positions positions, Problems problems, Ids ids) {
        this.positions = positions;
        this.problems = problems;
        this.ids = ids;
    }

    /**
     * The outline of a document.
     *
     * @param title the front matter's
     * @param original the sections of the page that this one translates, or none: where the headings are the same in
     *     number and level, those without an id take the original's
     */
    static Outline of(
            Document document,
            Optional<String> title,
            List<Section> original,
            Positions positions,
            Problems problems,
            Ids ids) {
        Outline outline = new Outline(positions, problems, ids);
        outline.reserve(document);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                outline.read(heading, title);
            }
        }
        outline.assign(original);
        return outline;
    }

    Entry entry(Heading heading) {
        return java.util.Objects.requireNonNull(entries.get(heading));
    }

    /** The heading that gave, or repeats, the page's title. */
    Optional<Entry> title() {
        return Optional.ofNullable(titleHeading).map(this::entry);
    }

    /** Reserves the ids that authors wrote at blocks and in HTML. */
    private void reserve(Document document) {
        for (Node node = document.getFirstChild(); node != null; node = Inlines.following(node, document)) {
            if (node instanceof FencedCodeBlock code) {
                reserve(BLOCK_ID, code.getInfo());
            } else if (node instanceof HtmlBlock || node instanceof HtmlInline) {
                reserve(HTML_ID, node.getChars());
            }
        }
    }

    private void reserve(Pattern pattern, CharSequence source) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            ids.reserve(matcher.group(1));
        }
    }

    private void read(Heading heading, Optional<String> title) {
        takeId(heading);
        boolean isTitle = titleHeading == null
                && heading.getLevel() == 1
                && headings.stream().allMatch(h -> h.getLevel() > 1)
                && title.map(t -> t.equals(PlainText.of(heading))).orElse(true);
        if (isTitle) {
            titleHeading = heading;
        }
        headings.add(heading);
    }

    private void takeId(Heading heading) {
        if (!(heading.getLastChild() instanceof Extra.TrailingAttributes attributes)) {
            return;
        }
        SourceText source = new SourceText(attributes.getChars().toString(), positions.start(attributes));
        AttributeList list = AttributeParser.parse(source, problems);
        attributes.unlink();
        if (heading.getLastChild() instanceof Text text) {
            text.setChars(text.getChars().trimEnd());
        }
        list.classes()
                .forEach(
                        c -> problems.add(MarkdownCode.ATTRIBUTE_OUT_OF_PLACE, c.start() - 1, c.end(), "." + c.text()));
        list.attributes()
                .values()
                .forEach(a -> problems.add(
                        MarkdownCode.ATTRIBUTE_OUT_OF_PLACE,
                        a.key().start(),
                        a.key().end(),
                        a.name()));
        list.id().ifPresent(id -> {
            ids.reserve(id.text());
            written.put(heading, id);
        });
    }

    private void assign(List<Section> original) {
        List<Section> counterparts =
                original.stream().filter(s -> s.level() > 0).toList();
        List<Heading> own = headings.stream().filter(h -> h != titleHeading).toList();
        boolean same = counterparts.size() == own.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = own.get(i).getLevel() == counterparts.get(i).level();
        }
        int at = 0;
        for (Heading heading : headings) {
            String title = PlainText.of(heading);
            String base = Ids.slug(title);
            if (same && heading != titleHeading) {
                base = counterparts.get(at++).id();
            }
            entries.put(heading, entry(heading, title, base));
        }
    }

    private Entry entry(Heading heading, String title, String base) {
        SourceText id = written.get(heading);
        if (id == null) {
            return new Entry(heading, ids.derive(base), false, title);
        }
        int line = ids.take(id.text(), positions.line(heading));
        if (line > 0) {
            problems.add(MarkdownCode.DUPLICATE_ID, id.start() - 1, id.end(), id.text(), line);
        }
        return new Entry(heading, id.text(), true, title);
    }
}
