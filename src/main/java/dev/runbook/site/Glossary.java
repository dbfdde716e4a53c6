package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.Handbook;
import dev.runbook.model.Html;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that the handbook explains: each section of its page {@code glossary} or {@code glossary/index} is a word,
 * and its first paragraph is what it means.
 */
final class Glossary {
    /** A word with its other spelling behind it: {@code WAL (Write-Ahead Log)}, {@code 連合（フェデレーション）}. */
    private static final Pattern TWO_SPELLINGS = Pattern.compile("(.+?)\\s*[(（]([^()（）]+)[)）]");

    private static final List<RunbookId> PLACES = List.of(new RunbookId("glossary/index"), new RunbookId("glossary"));

    /** Elements that may stand in a definition; others are left out, and their text stays. */
    private static final Set<String> INLINE =
            Set.of("code", "em", "strong", "b", "i", "kbd", "sub", "sup", "del", "wbr");

    /**
     * A word.
     *
     * @param id of its section on the glossary's page
     * @param html what it means, inline and without links
     */
    record Term(String id, String title, List<String> spellings, String html) {}

    private final Optional<RunbookId> page;
    private final Map<Language, TermIndex> terms = new EnumMap<>(Language.class);

    private Glossary(Optional<Page> page) {
        this.page = page.map(Page::id);
        for (Language language : Language.values()) {
            terms.put(language, new TermIndex(page.map(p -> terms(p, language)).orElse(List.of())));
        }
    }

    static Glossary of(Handbook handbook) {
        return new Glossary(
                PLACES.stream().flatMap(id -> handbook.page(id).stream()).findFirst());
    }

    /** Where it is; empty where the handbook has none. */
    Optional<RunbookId> page() {
        return page;
    }

    /** The words to look for in texts of a language. */
    TermIndex in(Language language) {
        TermIndex index = terms.get(language);
        return index == null ? new TermIndex(List.of()) : index;
    }

    private static List<Term> terms(Page page, Language language) {
        Runbook shown = page.in(language).orElse(page.original());
        List<Term> terms = new ArrayList<>();
        for (Section section : shown.sections()) {
            if (section.level() > 0) {
                term(section).ifPresent(terms::add);
            }
        }
        return terms;
    }

    private static Optional<Term> term(Section section) {
        Optional<String> meaning = section.blocks().stream()
                .limit(1)
                .filter(Prose.class::isInstance)
                .flatMap(b -> firstParagraph(((Prose) b).html()).stream())
                .findFirst();
        return meaning.map(html -> new Term(section.id(), section.title(), spellings(section.title()), html));
    }

    private static List<String> spellings(String title) {
        Matcher two = TWO_SPELLINGS.matcher(title);
        return two.matches() ? List.of(two.group(1), two.group(2)) : List.of(title);
    }

    /** Empty where the text begins with anything else: a list or a picture explains no word in a line. */
    private static Optional<String> firstParagraph(Html prose) {
        StringBuilder whole = new StringBuilder();
        for (Html.Piece piece : prose.pieces()) {
            whole.append(piece instanceof Html.Text text ? text.html() : "");
        }
        String html = whole.toString().strip();
        int end = html.indexOf("</p>");
        if (!html.startsWith("<p>") || end < 0) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        HtmlTokens.walk(html.substring("<p>".length(), end), new HtmlTokens.Sink() {
            @Override
            public void tag(String text, int start, int stop, String name) {
                if (INLINE.contains(name.startsWith("/") ? name.substring(1) : name)) {
                    out.append('<').append(name).append('>');
                }
            }

            @Override
            public void text(String text, int start, int stop) {
                out.append(text, start, stop);
            }
        });
        return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
    }
}
