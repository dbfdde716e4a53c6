package dev.runbook.importing;

import dev.runbook.i18n.Messages;
import dev.runbook.importing.BlockPlanner.Part;
import dev.runbook.importing.CommandBlock.Line;
import dev.runbook.importing.Element.AlertLines;
import dev.runbook.importing.Element.Commands;
import dev.runbook.importing.Element.Heading;
import dev.runbook.importing.Element.Listing;
import dev.runbook.importing.Element.Nothing;
import dev.runbook.importing.Element.NumberedStep;
import dev.runbook.importing.Element.OutputLines;
import dev.runbook.importing.Element.ProseLines;
import dev.runbook.source.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the elements of one page. */
final class PageWriter implements Element.Visitor<Boolean> {
    private static final int MAX_HEADING = 120;
    private static final int MAX_LEVEL = 6;

    private final Account account;
    private final boolean executable;
    private final Messages texts;
    private final Sheet sheet = new Sheet();
    private final Parameters parameters;
    private final ProseWriter prose;
    private final BlockPlanner planner;
    private final ListingWriter listings;
    private final Set<String> ids = new HashSet<>();
    private final Whereabouts whereabouts;
    private Map<Heading, Integer> levels = Map.of();
    private Set<Integer> nested = Set.of();
    private Set<Integer> listed = Set.of();
    private int level = 1;
    private final List<Optional<String>> users = new ArrayList<>();
    private final Optional<String> pageUser;
    /** Whether the page is one procedure: in notes, a {@code cd} says nothing of what stands further down. */
    private boolean procedure;

    private Optional<String> said = Optional.empty();
    /** How far from the margin the last command stands, as its output does. */
    private int indent;
    /** Whether the block just above is a step that can have an output. */
    private boolean behindStep;

    /**
     * A writer for one page.
     *
     * @param pageUser who runs what names no user
     */
    PageWriter(
            Memo memo,
            Account account,
            List<Diagnostic> unsure,
            Set<String> secrets,
            boolean executable,
            Optional<String> pageUser) {
        this.pageUser = pageUser;
        this.account = account;
        this.executable = executable;
        this.texts = Messages.of(PageWriter.class, "draft", memo.language());
        this.parameters = new Parameters(secrets, memo.language());
        this.prose = new ProseWriter(sheet, parameters);
        Filler filler = new Filler(memo, parameters, unsure);
        this.whereabouts = new Whereabouts(memo, unsure);
        this.planner = new BlockPlanner(memo, filler, whereabouts, unsure);
        this.listings = new ListingWriter(memo, sheet, filler, unsure, executable, texts);
    }

    Parameters parameters() {
        return parameters;
    }

    /** Who should run what names no user, once {@link #write} has seen all: nobody, where it is not always known. */
    Optional<String> mainUser() {
        Optional<String> root = Optional.of("root");
        return users.contains(Optional.<String>empty()) || users.isEmpty()
                ? Optional.empty()
                : users.contains(root) ? root : users.get(0);
    }

    /** Writes a page's elements and gives its text below the front matter. */
    Sheet write(List<Element> elements, Map<Heading, Integer> headingLevels) {
        levels = headingLevels;
        listed = StepLists.of(elements);
        nested = StepLists.nested(elements);
        procedure = StepLists.isProcedure(elements);
        for (Element element : elements) {
            boolean inList = listed.contains(element.first());
            if (!inList && !(element instanceof Nothing)) {
                sheet.indent("");
            }
            element.accept(this);
        }
        sheet.indent("");
        return sheet;
    }

    @Override
    public Boolean heading(Heading heading) {
        sheet.indent("");
        boolean inStep = nested.contains(heading.first());
        int own = Math.min(MAX_LEVEL, inStep ? level + 2 : levels.getOrDefault(heading, 2));
        level = inStep ? level : own;
        said = Optional.empty();
        sheet.blank();
        String title = prose.text(heading.line(), heading.start(), heading.end(), false);
        sheet.add("#".repeat(own) + " " + title + id(Words.slug(heading.title())), heading.line());
        for (int line = heading.first(); line <= heading.last(); line++) {
            if (line != heading.line().number()) {
                account.leave(line, Account.Reason.RULER);
            }
        }
        sheet.blank();
        return end();
    }

    @Override
    public Boolean step(NumberedStep step) {
        String text = prose.text(step.line(), step.start(), false);
        if (listed.contains(step.first())) {
            sheet.indent("");
            if (!listed.contains(step.first() - 1)) {
                sheet.blank();
            }
            sheet.add(step.number() + ". " + text, step.line());
            sheet.indent("   ");
            return end();
        }
        sheet.blank();
        boolean longText = step.text().length() > MAX_HEADING;
        String heading = "#".repeat(Math.min(MAX_LEVEL, level + 1)) + " ";
        String id = id("step-" + step.number());
        if (longText) {
            sheet.add(heading + texts.get("step", step.number()) + id);
            sheet.blank();
            sheet.add(Markdown.line(step.label() + " ") + " " + text, step.line());
        } else {
            sheet.add(heading + Markdown.inline(step.label()) + " " + text + id, step.line());
        }
        sheet.blank();
        end();
        step.command().ifPresent(c -> commands(List.of(c), false));
        return true;
    }

    @Override
    public Boolean commands(Commands commands) {
        return commands(commands.lines(), true);
    }

    /**
     * Commands as code blocks.
     *
     * @param own whether the lines are in the page by them alone
     */
    private boolean commands(List<CommandLine> lines, boolean own) {
        CommandLine first = lines.get(0);
        indent = first.line().indent();
        if (first.labelEnd() > 0 && own) {
            sheet.blank();
            sheet.add(prose.text(first.line(), first.line().indent(), first.labelEnd(), true));
            sheet.blank();
        }
        if (lines.size() == 1 && MemoReader.isEdit(first)) {
            return edit(first, own);
        }
        for (Part part : planner.plan(lines)) {
            part.block().ifPresent(block -> block(block, own));
            if (own) {
                part.moves().forEach(m -> account.leave(m.line().number(), Account.Reason.WHO));
            }
        }
        return true;
    }

    /** A command that opens a file for a person says which file is meant; it is no step. */
    private boolean edit(CommandLine command, boolean own) {
        sheet.blank();
        MemoLine line = command.line();
        String code = prose.text(line, command.start(), command.end(), false);
        boolean plain = code.equals(Markdown.inline(command.code()));
        String shown = plain ? Markdown.code(command.code()) : code;
        String remark = command.remark().isEmpty() ? "" : " " + Markdown.inline(command.remark());
        if (own) {
            sheet.add(shown + remark, line);
        } else {
            sheet.add(shown + remark);
        }
        sheet.blank();
        return end();
    }

    private void block(CommandBlock block, boolean own) {
        if (block.language().equals("bash")) {
            users.add(block.user());
        }
        boolean step = executable && block.certain();
        String id = free(block.name());
        String attributes = block.attributes(id, pageUser);
        sheet.blank();
        if (!step) {
            who(block);
        }
        String fence = Markdown.fence(block.lines().stream().map(Line::code).toList());
        if (step) {
            sheet.add(fence + block.language() + " " + attributes);
        } else {
            if (block.runs()) {
                sheet.add("<!-- " + attributes + " -->");
            }
            sheet.add(fence + block.language());
        }
        for (Line line : block.lines()) {
            if (own) {
                sheet.add(line.code(), line.from().line());
            } else {
                sheet.add(line.code());
            }
        }
        sheet.add(fence);
        sheet.blank();
        behindStep = step;
    }

    /** Says who runs a block, and where, as long as it is no step that the site says it of. */
    private void who(CommandBlock block) {
        Optional<String> as = block.user().map(Markdown::code);
        Optional<String> in = block.folder().map(Markdown::code);
        String text = as.isPresent()
                ? in.map(f -> texts.get("as-in", as.get(), f)).orElseGet(() -> texts.get("as", as.get()))
                : in.map(f -> texts.get("in", f)).orElse("");
        if (!text.isEmpty() && !said.equals(Optional.of(text))) {
            sheet.add(text);
            sheet.blank();
        }
        said = Optional.of(text);
    }

    @Override
    public Boolean listing(Listing listing) {
        listings.write(listing, account);
        return end();
    }

    @Override
    public Boolean output(OutputLines output) {
        boolean stated = output.stated() && behindStep;
        listings.output(output, indent, stated);
        return end();
    }

    @Override
    public Boolean alert(AlertLines alert) {
        prose.alert(alert.lines(), alert.kind());
        return true;
    }

    @Override
    public Boolean prose(ProseLines lines) {
        if (!procedure) {
            whereabouts.forget();
        }
        prose.write(lines.lines());
        return true;
    }

    @Override
    public Boolean nothing(Nothing nothing) {
        account.leave(nothing.first(), nothing.reason());
        sheet.blank();
        return true;
    }

    private boolean end() {
        behindStep = false;
        return true;
    }

    private String id(String wanted) {
        return wanted.isEmpty() ? "" : " {#" + free(wanted) + "}";
    }

    private String free(String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }
}
