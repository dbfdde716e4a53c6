package dev.runbook.importing;

import dev.runbook.i18n.Messages;
import dev.runbook.importing.Account.Fate;
import dev.runbook.importing.Account.Placed;
import dev.runbook.importing.Decoder.Decoded;
import dev.runbook.importing.Element.Heading;
import dev.runbook.importing.Outline.PageDraft;
import dev.runbook.json.Json;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a handbook's draft of a memo. */
public final class MemoImport {
    private static final String FOLDER = "memo";
    private static final int MAX_SLUG = 60;
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Nd}+");

    private final Memo memo;
    private final boolean executable;
    private final Account account;
    private final List<Diagnostic> unsure = new ArrayList<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Set<String> secrets;
    private final Messages texts;

    private MemoImport(Memo memo, boolean executable) {
        this.memo = memo;
        this.executable = executable;
        this.account = new Account(memo.size());
        this.secrets = Secrets.names(memo.lines());
        this.texts = Messages.of(MemoImport.class, "draft", memo.language());
    }

    /**
     * The draft of a memo.
     *
     * @param name the memo's, in diagnostics
     * @param encoding empty: found out
     * @param executable whether what is certain becomes a step
     * @return empty where an error says why; what the draft is not sure of is in the draft alone
     */
    public static Parsed<Optional<Draft>> of(String name, byte[] bytes, Optional<String> encoding, boolean executable) {
        Parsed<Optional<Decoded>> decoded = Decoder.decode(name, bytes, encoding);
        if (decoded.value().isEmpty()) {
            return new Parsed<>(Optional.empty(), decoded.diagnostics());
        }
        Decoded text = decoded.value().get();
        MemoImport work = new MemoImport(Memo.of(text.source(), text.encoding()), executable);
        work.unsure.addAll(decoded.diagnostics());
        return new Parsed<>(Optional.of(work.draft()), List.of());
    }

    private Draft draft() {
        for (MemoLine line : memo.lines()) {
            line.secrets()
                    .forEach(h -> unsure.add(
                            Diagnostic.of(ImportCode.SECRET_REPLACED, memo.span(line, h.start(), h.end()), h.label())));
        }
        Reading reading = MemoReader.read(memo);
        unsure.addAll(reading.unsure());
        Outline outline = Outline.of(reading);
        List<String> links = new ArrayList<>();
        for (PageDraft page : outline.pages()) {
            links.add(page(page, links.size() + 1, outline.pages().size()));
        }
        String file = memo.source().name();
        String title = outline.title().map(Heading::title).orElseGet(() -> stem(file));
        index(outline, title, links);
        files.put(
                FOLDER + "/index.md",
                String.join(
                                "\n",
                                head(
                                        texts.get("index.folder"),
                                        texts.get("index.description", file),
                                        Optional.empty(),
                                        List.of()))
                        + "\n");
        files.put(
                "handbook.yml",
                "title: " + Json.compact(title) + "\nlanguages: ["
                        + memo.language().code() + "]\nsections: [" + FOLDER + "]\n");
        List<Fate> fates = account.closed();
        return new Draft(memo.source(), memo.encoding(), files, outline.pages().size(), fates, reworded(fates), unsure);
    }

    /** The lines of which a page has not all words: whatever the writers leave out, the report has it. */
    private List<Integer> reworded(List<Fate> fates) {
        Map<String, Set<String>> pages = new HashMap<>();
        files.forEach((file, text) -> pages.put(file, words(text)));
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            boolean whole = !(fates.get(i) instanceof Placed placed)
                    || pages.getOrDefault(placed.file(), Set.of())
                            .containsAll(words(memo.at(i).text()));
            if (!whole) {
                lines.add(i + 1);
            }
        }
        return lines;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** A writer that knows who runs most of the page: that is seen once all of it was written. */
    private PageWriter writer(List<Element> elements, Map<Heading, Integer> levels) {
        PageWriter first = new PageWriter(
                memo, new Account(memo.size()), new ArrayList<>(), secrets, executable, Optional.empty());
        first.write(elements, levels);
        return new PageWriter(memo, account, unsure, secrets, executable, first.mainUser());
    }

    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void index(Outline outline, String title, List<String> links) {
        PageWriter writer = writer(outline.opening(), Map.of());
        outline.title().ifPresent(this::titled);
        Sheet sheet = writer.write(outline.opening(), Map.of());
        sheet.blank();
        sheet.add("## " + texts.get("index.start") + " {#runbooks}");
        sheet.blank();
        links.forEach(sheet::add);
        List<String> head = head(
                title,
                texts.get("index.description", memo.source().name()),
                writer.mainUser(),
                writer.parameters().yaml());
        files.put("index.md", sheet.finish(head, "index.md", account));
    }

    /** The heading that gave the handbook its title stands in the front matter. */
    private void titled(Heading heading) {
        for (int line = heading.first(); line <= heading.last(); line++) {
            if (line == heading.line().number()) {
                account.place(line, "index.md", 2);
            } else {
                account.leave(line, Account.Reason.RULER);
            }
        }
    }

    /** Writes a page and gives the link to it. */
    private String page(PageDraft page, int number, int pages) {
        PageWriter writer = writer(page.elements(), page.levels());
        String title = page.heading()
                .map(Heading::title)
                .orElseGet(() -> stem(memo.source().name()));
        String slug = Words.slug(title);
        slug = slug.length() > MAX_SLUG ? slug.substring(0, MAX_SLUG) : slug;
        int digits = String.valueOf(Math.max(10, pages)).length();
        String name = String.format(Locale.ROOT, "%0" + digits + "d", number) + (slug.isEmpty() ? "" : "-" + slug);
        String file = FOLDER + "/" + name + ".md";
        Sheet sheet = writer.write(page.elements(), page.levels());
        page.heading().ifPresent(heading -> {
            for (int line = heading.first(); line <= heading.last(); line++) {
                if (line == heading.line().number()) {
                    account.place(line, file, 2);
                } else {
                    account.leave(line, Account.Reason.RULER);
                }
            }
        });
        int first = page.heading().map(Heading::first).orElse(1);
        int last = page.elements().isEmpty()
                ? first
                : page.elements().get(page.elements().size() - 1).last();
        String description = texts.get("description", memo.source().name(), first, last);
        List<String> head =
                head(title, description, writer.mainUser(), writer.parameters().yaml());
        files.put(file, sheet.finish(head, file, account));
        return "- [" + Markdown.inline(title) + "](" + file + ")";
    }

    private List<String> head(String title, String description, Optional<String> user, List<String> parameters) {
        List<String> head = new ArrayList<>();
        head.add("---");
        head.add("title: " + Json.compact(title));
        head.add("description: " + Json.compact(description));
        user.ifPresent(u -> head.add("user: " + u));
        if (!parameters.isEmpty()) {
            head.add("params:");
            head.addAll(parameters);
        }
        head.add("---");
        head.add("");
        return head;
    }
}
