package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.model.RunbookId;
import dev.runbook.site.Glossary.Term;
import dev.runbook.site.view.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One page's prose as it is shown: a word of the glossary leads to its definition where it is first used, and a path in
 * code may be broken behind a slash. Its parts must be given in order, since an element may be open from one to the next.
 */
final class Terms {
    /** Shorter code fits on any line. */
    private static final int LONG_CODE = 16;

    /** What is no running text, or would put a link into something that is pressed already. */
    private static final Set<String> LEFT_ALONE =
            Set.of("a", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6", "label", "summary", "ruby", "button");

    private final TermIndex index;
    private final String glossary;
    private final List<Part.Definition> used = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** The element that keeps words from being looked for; empty outside of any. */
    private String inside = "";

    private int depth;
    private boolean inCode;

    /**
     * For a page.
     *
     * @param language of the text that it shows
     */
    Terms(SiteContext site, RunbookId page, Language language, Place place) {
        Optional<RunbookId> explains = site.glossary().page().filter(id -> !id.equals(page));
        this.index = explains.isPresent() ? site.glossary().in(language) : new TermIndex(List.of());
        this.glossary = explains.map(
                        id -> place.linkTo(SitePaths.encode(site.paths().page(id, place.language()))))
                .orElse("");
    }

    /** The words that were met, in order. */
    List<Part.Definition> used() {
        return List.copyOf(used);
    }

    String show(String html) {
        StringBuilder out = new StringBuilder(html.length() + 64);
        HtmlTokens.walk(html, new HtmlTokens.Sink() {
            @Override
            public void tag(String text, int start, int end, String name) {
                out.append(text, start, end);
                track(name, text.startsWith("<p class=\"alert-title\"", start));
            }

            @Override
            public void text(String text, int start, int end) {
                if (inCode && inside.isEmpty()) {
                    code(out, text, start, end);
                } else if (inside.isEmpty() && !index.isEmpty()) {
                    words(out, text, start, end);
                } else {
                    out.append(text, start, end);
                }
            }
        });
        return out.toString();
    }

    private void track(String name, boolean title) {
        if (inside.isEmpty()) {
            if (name.equals("code") || name.equals("/code")) {
                inCode = name.equals("code");
            } else if (title || LEFT_ALONE.contains(name)) {
                inside = name;
                depth = 1;
            }
        } else if (name.equals(inside)) {
            depth++;
        } else if (name.length() == inside.length() + 1 && name.charAt(0) == '/' && name.endsWith(inside)) {
            depth--;
            inside = depth == 0 ? "" : inside;
        }
    }

    private static void code(StringBuilder out, String html, int start, int end) {
        if (end - start <= LONG_CODE) {
            out.append(html, start, end);
            return;
        }
        for (int i = start; i < end; i++) {
            out.append(html.charAt(i));
            if (html.charAt(i) == '/' && i > start && i < end - 1 && html.charAt(i + 1) != '/') {
                out.append("<wbr>");
            }
        }
    }

    private void words(StringBuilder out, String html, int start, int end) {
        int copied = start;
        int at = start;
        while (at < end) {
            Optional<TermIndex.Match> match = index.at(html, start, at, end);
            if (match.isEmpty()) {
                at++;
                continue;
            }
            Term term = match.get().term();
            int stop = match.get().end();
            if (known.add(term.id())) {
                out.append(html, copied, at);
                link(out, term, html.substring(at, stop));
                copied = stop;
                used.add(new Part.Definition(term.id(), term.title(), term.html()));
            }
            at = stop;
        }
        out.append(html, copied, end);
    }

    private void link(StringBuilder out, Term term, String text) {
        out.append("<a class=\"term\" href=\"")
                .append(glossary)
                .append('#')
                .append(SitePaths.encode(term.id()))
                .append("\" aria-describedby=\"rb.term-")
                .append(Escape.html(term.id()))
                .append("\">")
                .append(text)
                .append("</a>");
    }
}
