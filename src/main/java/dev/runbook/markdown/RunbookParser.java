package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Document;
import dev.runbook.i18n.Language;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.HandbookConfig;
import dev.runbook.model.Located;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one Markdown text as a runbook. Pure: it opens no file. May be used by several threads at a time. */
public final class RunbookParser {
    private final HtmlPolicy policy;

    public RunbookParser(HandbookConfig config) {
        this.policy = new HtmlPolicy(config.allowHtml());
    }

    /** The runbook that a text is, and all that is wrong with it. */
    public Parsed<Runbook> parse(SourceFile file, RunbookId id, Language language) {
        return parse(file, id, language, List.of());
    }

    /**
     * Reads a translation: a heading without an id of its own has the one of its counterpart.
     *
     * @param original the sections of the original
     */
    Parsed<Runbook> parse(SourceFile file, RunbookId id, Language language, List<Section> original) {
        Problems problems = new Problems(file);
        Runbook runbook;
        try {
            runbook = new PageReader(file, id, language, policy, problems).read(original);
        } catch (StackOverflowError e) {
            // The last resort behind the limits: no text may end the program.
            problems.add(MarkdownCode.TOO_COMPLEX, 0, 0);
            runbook = empty(file, id, language);
        }
        return new Parsed<>(runbook, problems.all());
    }

    /** A page of which nothing could be read. */
    static Runbook empty(SourceFile file, RunbookId id, Language language) {
        return new Runbook(id, language, file, FrontMatter.EMPTY, id.name(), List.of(), Set.of());
    }

    /** Reads one page, once. */
    private record PageReader(SourceFile file, RunbookId id, Language language, HtmlPolicy policy, Problems problems) {
        Runbook read(List<Section> original) {
            FrontMatterReader.Result front = FrontMatterReader.read(file, problems);
            String body = file.text().substring(front.bodyStart());
            if (body.indexOf(0) >= 0) {
                // flexmark takes it for the end of the text.
                body = body.replace('\0', '\uFFFD');
            }
            if (Limits.isTooComplex(body, front.bodyStart(), problems)) {
                return empty(file, id, language);
            }
            Positions positions = new Positions(file, front.bodyStart());
            Document document = Flexmark.parse(body);
            Optional<String> title = front.value().title().map(Located::value);
            Ids ids = new Ids();
            Outline outline = Outline.of(document, title, original, positions, problems, ids);
            Rendering rendering = Rendering.of(positions, problems, ids, policy);
            PageBuilder page = new PageBuilder(rendering, outline, new PageSteps(id, problems, ids));
            new BlockRenderer(rendering, page, language).render(document);
            List<Section> sections = page.finish();
            return new Runbook(
                    id,
                    language,
                    file,
                    front.value(),
                    title.or(() -> outline.title().map(Outline.Entry::title)).orElse(id.name()),
                    sections,
                    page.anchors());
        }
    }
}
