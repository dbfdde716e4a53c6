package dev.runbook.importing;

import dev.runbook.i18n.Messages;
import dev.runbook.importing.Element.Listing;
import dev.runbook.importing.Element.OutputLines;
import dev.runbook.importing.Filler.Place;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the content of files, and outputs. */
final class ListingWriter {
    private static final Map<String, String> LANGUAGES = Map.of(
            "ini", "ini", "cnf", "ini", "service", "ini", "timer", "ini", "yml", "yaml", "yaml", "yaml", "json", "json",
            "xml", "xml", "sh", "bash", "toml", "toml");

    private final Memo memo;
    private final Sheet sheet;
    private final Filler filler;
    private final List<Diagnostic> unsure;
    private final boolean executable;
    private final Messages texts;

    ListingWriter(Memo memo, Sheet sheet, Filler filler, List<Diagnostic> unsure, boolean executable, Messages texts) {
        this.memo = memo;
        this.sheet = sheet;
        this.filler = filler;
        this.unsure = unsure;
        this.executable = executable;
        this.texts = texts;
    }

    /** A file's content: as a patch where the memo has it before and after a change. */
    void write(Listing listing, Account account) {
        if (listing.fenced()) {
            account.leave(listing.first(), Account.Reason.RULER);
            account.leave(listing.last(), Account.Reason.RULER);
        }
        sheet.blank();
        if (!listing.language().isEmpty() || (listing.fenced() && listing.path().isEmpty())) {
            block(
                    listing.lines(),
                    listing.language().isEmpty() ? "text" : listing.language(),
                    Optional.empty(),
                    Optional.empty());
            return;
        }
        Optional<String> absolute = listing.path().filter(p -> p.matches("(?:/[\\w.+@-]+)+"));
        int arrow = arrow(listing.lines());
        boolean remarks = remarks(listing.lines());
        MemoLine first = listing.lines().isEmpty()
                ? memo.at(listing.first() - 1)
                : listing.lines().get(0);
        Span place = memo.span(first);
        if (listing.path().isEmpty()) {
            unsure.add(Diagnostic.of(ImportCode.PATH_UNKNOWN, place));
        } else if (!listing.named() || absolute.isEmpty()) {
            unsure.add(
                    Diagnostic.of(ImportCode.PATH_GUESSED, place, listing.path().get()));
        }
        if (arrow > 0) {
            patch(listing, arrow, absolute.filter(p -> listing.named() && !remarks), account);
            return;
        }
        boolean whole =
                listing.whole() && listing.named() && absolute.isPresent() && !remarks && !gaps(listing.lines());
        if (!whole) {
            listing.path().ifPresent(p -> unsure.add(Diagnostic.of(ImportCode.PART_OF_FILE, place, p)));
        }
        if (!listing.named()) {
            listing.path().ifPresent(p -> {
                sheet.add(texts.get("file", Markdown.code(p)));
                sheet.blank();
            });
        }
        Optional<String> attributes = absolute.map(p -> "{.file path=" + p + "}");
        block(listing.lines(), language(listing.path()), attributes.filter(a -> whole), attributes.filter(a -> !whole));
    }

    /**
     * A code block.
     *
     * @param sure the attributes by which it is a step
     * @param maybe those by which it may become one
     */
    private void block(List<MemoLine> lines, String language, Optional<String> sure, Optional<String> maybe) {
        int margin = margin(lines);
        List<String> code = lines.stream().map(l -> code(l, margin)).toList();
        String fence = Markdown.fence(code);
        Optional<String> comment = sure.filter(a -> !executable).or(() -> maybe);
        comment.ifPresent(a -> sheet.add("<!-- " + a + " -->"));
        sheet.add(fence
                + language
                + sure.filter(a -> executable).map(a -> " " + a).orElse(""));
        for (int i = 0; i < lines.size(); i++) {
            sheet.add(code.get(i), lines.get(i));
        }
        sheet.add(fence);
        sheet.blank();
    }

    private void patch(Listing listing, int arrow, Optional<String> path, Account account) {
        List<MemoLine> before = withoutBlank(listing.lines().subList(0, arrow));
        List<MemoLine> after =
                withoutBlank(listing.lines().subList(arrow + 1, listing.lines().size()));
        for (MemoLine line : listing.lines()) {
            if (line.number() == listing.lines().get(arrow).number()) {
                account.leave(line.number(), Account.Reason.RULER);
            } else if (!before.contains(line) && !after.contains(line)) {
                account.leave(line.number(), Account.Reason.BLANK);
            }
        }
        String name = listing.path().orElse("file");
        Optional<String> attributes = path.map(p -> "{.patch path=" + p + "}");
        boolean step = executable && attributes.isPresent();
        if (!step) {
            attributes.ifPresent(a -> sheet.add("<!-- " + a + " -->"));
        }
        int margin = Math.min(margin(before), margin(after));
        List<String> lines = new ArrayList<>();
        before.forEach(l -> lines.add(code(l, margin)));
        after.forEach(l -> lines.add(code(l, margin)));
        String fence = Markdown.fence(lines);
        sheet.add(fence + "diff" + (step ? " " + attributes.get() : ""));
        sheet.add("--- " + name);
        sheet.add("+++ " + name);
        sheet.add("@@ -1," + before.size() + " +1," + after.size() + " @@");
        before.forEach(l -> sheet.add("-" + code(l, margin), l));
        after.forEach(l -> sheet.add("+" + code(l, margin), l));
        sheet.add(fence);
        sheet.blank();
    }

    /** A line without what indents all lines around it. */
    private String code(MemoLine line, int margin) {
        int end = line.text().stripTrailing().length();
        return filler.fill(line, Math.min(margin, end), end, Place.FILE);
    }

    /** How far from the margin all lines stand. */
    private static int margin(List<MemoLine> lines) {
        return lines.stream()
                .filter(l -> !l.isBlank())
                .mapToInt(MemoLine::indent)
                .min()
                .orElse(0);
    }

    private static List<MemoLine> withoutBlank(List<MemoLine> lines) {
        return lines.stream().filter(l -> !l.isBlank()).toList();
    }

    /** The line that stands between a file's part before and after a change; -1 where there is none. */
    private static int arrow(List<MemoLine> lines) {
        for (int i = 1; i < lines.size() - 1; i++) {
            if (Listings.isArrow(lines.get(i).body())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean gaps(List<MemoLine> lines) {
        return lines.stream().anyMatch(l -> Text.isEllipsis(l.body()));
    }

    private boolean remarks(List<MemoLine> lines) {
        boolean found = false;
        for (MemoLine line : lines) {
            int at = Math.max(line.text().indexOf('※'), line.text().indexOf('←'));
            if (at >= 0) {
                found = true;
                unsure.add(Diagnostic.of(
                        ImportCode.REMARK_IN_FILE,
                        memo.span(line, at, line.text().stripTrailing().length())));
            }
        }
        return found;
    }

    private static String language(Optional<String> path) {
        String name = path.orElse("");
        if (name.contains("nginx")) {
            return "nginx";
        }
        return LANGUAGES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text");
    }

    /**
     * What a command printed.
     *
     * @param indent how far from the margin the command stands
     * @param sure whether it stands behind a step, and the memo says that it must be so
     */
    void output(OutputLines output, int indent, boolean sure) {
        if (!output.stated()) {
            unsure.add(Diagnostic.of(
                    ImportCode.OUTPUT_GUESSED, memo.span(output.lines().get(0))));
        }
        sheet.blank();
        int margin = Math.min(indent, margin(output.lines()));
        List<String> code = output.lines().stream().map(l -> code(l, margin)).toList();
        String fence = Markdown.fence(code);
        if (!sure) {
            sheet.add("<!-- {.output} -->");
        }
        sheet.add(fence + "text" + (sure ? " {.output}" : ""));
        for (int i = 0; i < code.size(); i++) {
            sheet.add(code.get(i), output.lines().get(i));
        }
        sheet.add(fence);
        sheet.blank();
    }
}
