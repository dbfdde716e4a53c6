package dev.runbook.importing;

import dev.runbook.importing.CommandLine.Prompt;
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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From lines to elements, in one pass. */
final class MemoReader {
    private static final Pattern STATES_OUTPUT = Pattern.compile(
            ".*(?:以下|次|下記|こんな|このよう)[^。]{0,20}(?:表示|出力|よう|感じ|結果|なれば|出れば).*|.*のように(?:表示|出力|な(?:る|れば|って)).*"
                    + "|.*(?:出力例|実行結果|表示例|結果)[:：]?|(?i).*\\b(?:looks? like|should (?:see|print|show|say)|prints?|expected (?:output|result)|output)\\b.*:");
    private static final Pattern HERE = Pattern.compile("<<-?\\s*['\"]?(\\w+)['\"]?");
    private static final int MAX_HERE = 400;
    /** How far below the command that edits a file its content may begin. */
    private static final int EDIT_REACH = 4;

    private final Memo memo;
    private final CommandReader commands;
    private final Headings headings;
    private final Steps steps;
    private final Listings listings;
    private final List<Element> elements = new ArrayList<>();
    private final List<Diagnostic> unsure = new ArrayList<>();
    private int at;
    private int expected = 1;
    /** The file that was edited, and until which index its content may begin. */
    private Optional<String> edited = Optional.empty();

    private int editedUntil;
    private boolean whole;
    private Optional<String> folder = Optional.empty();
    /** Until which index output is stated to begin. */
    private int statedUntil;
    /** Whether a program with a prompt of its own was started, so that {@code >} is its. */
    private boolean inProgram;

    private MemoReader(Memo memo) {
        this.memo = memo;
        this.commands = new CommandReader(memo);
        this.headings = new Headings(memo, commands);
        this.steps = new Steps(memo);
        this.listings = new Listings(memo, commands, headings);
    }

    static Reading read(Memo memo) {
        MemoReader reader = new MemoReader(memo);
        while (reader.at < memo.size()) {
            reader.next();
        }
        return new Reading(memo, reader.elements, reader.unsure);
    }

    private void next() {
        MemoLine line = memo.at(at);
        if (line.isBlank()) {
            add(new Nothing(at + 1, Account.Reason.BLANK));
            return;
        }
        if (!Reading.fits(line.text()) && !Text.isRuler(line.body())) {
            int length = line.text().codePointCount(0, line.text().length());
            unsure.add(Diagnostic.of(ImportCode.OVERLONG_LINE, memo.span(line, 0, 1), length));
            add(new Nothing(at + 1, Account.Reason.OVERLONG));
            return;
        }
        Optional<Listing> fence = listings.fenced(at);
        Optional<String> file = at <= editedUntil ? edited : Optional.empty();
        Optional<Listing> ruled = fence.isPresent() ? fence : listings.ruled(at, file, whole);
        if (ruled.isPresent()) {
            add(ruled.get());
            return;
        }
        if (listings.opensFence(at)) {
            unsure.add(Diagnostic.of(ImportCode.UNCLOSED_LISTING, memo.span(line)));
        }
        Optional<Heading> heading = headings.at(at);
        if (heading.isPresent()) {
            enter(heading.get());
            return;
        }
        if (Text.isRuler(line.body())) {
            add(new Nothing(at + 1, Account.Reason.RULER));
            return;
        }
        if (output()) {
            return;
        }
        Optional<NumberedStep> step = steps.at(at, expected);
        if (step.isPresent()) {
            enter(step.get());
            return;
        }
        if (!content(file)) {
            text();
        }
    }

    /** A text that names another file leads away from the one that was edited. */
    private void forget(Optional<String> named) {
        edited = edited.filter(e -> named.isEmpty() || e.equals(named.get()) || e.endsWith("/" + named.get()));
    }

    private void add(Element element) {
        elements.add(element);
        at = element.last();
    }

    private void enter(Heading heading) {
        edited = Optional.empty();
        folder = Optional.empty();
        statedUntil = 0;
        inProgram = false;
        add(heading);
    }

    private void enter(NumberedStep step) {
        if (step.number() != expected && step.number() != 1) {
            int end = step.line().indent() + step.label().length();
            unsure.add(Diagnostic.of(
                    ImportCode.STEP_OUT_OF_ORDER,
                    memo.span(step.line(), step.line().indent(), end),
                    step.number(),
                    expected));
        }
        expected = step.number() + 1;
        look(step.line().text());
        edited = Optional.empty();
        // The same columns, without the number.
        String text = " ".repeat(step.start()) + step.line().text().substring(step.start());
        MemoLine behind = new MemoLine(step.line().number(), text, step.line().secrets());
        Optional<CommandLine> command = commands.prompted(behind).or(() -> commands.bare(behind));
        command.ifPresent(this::follow);
        add(step.with(command.filter(c -> c.labelEnd() == 0)));
        editedUntil = command.filter(MemoReader::isEdit).isPresent() ? at + EDIT_REACH : editedUntil;
    }

    /** Notes what a text says of the lines below it. */
    private void look(String text) {
        whole = Listings.saysWhole(text);
        if (STATES_OUTPUT.matcher(text.strip()).matches()) {
            statedUntil = at + 2;
        }
    }

    /** Commands, or what stands in a file. */
    private boolean content(Optional<String> file) {
        Optional<CommandLine> prompted = command(at, false);
        if (prompted.isEmpty()) {
            Optional<Listing> listing = listings.plain(at, file, whole, folder);
            if (listing.isPresent()) {
                editedUntil = listing.get().named() ? listing.get().last() + EDIT_REACH : editedUntil;
                add(listing.get());
                return true;
            }
        }
        if (command(at, true).isEmpty()) {
            return false;
        }
        List<CommandLine> run = new ArrayList<>();
        for (int i = at; i < memo.size(); i++) {
            Optional<CommandLine> command =
                    !Reading.fits(memo.at(i).text()) || headings.at(i).isPresent()
                            ? Optional.empty()
                            : command(i, true);
            boolean labelled = command.filter(c -> c.labelEnd() > 0).isPresent();
            if (command.isEmpty() || (labelled && !run.isEmpty())) {
                break;
            }
            run.add(command.get());
            follow(command.get());
            i += more(command.get(), run);
            if (labelled || isEdit(command.get())) {
                break;
            }
        }
        boolean stated = statedUntil >= at && statedUntil > 0;
        add(new Commands(at + 1, at + run.size(), run));
        statedUntil = stated ? at + 1 : 0;
        if (edited.isPresent() && isEdit(run.get(run.size() - 1))) {
            editedUntil = at + EDIT_REACH;
        }
        return true;
    }

    /** Adds the lines that a command goes on with: behind a backslash, and a here-document. Gives their number. */
    private int more(CommandLine command, List<CommandLine> run) {
        int index = command.line().number();
        int end = index;
        Matcher here = HERE.matcher(command.code());
        if (command.isShell() && here.find()) {
            String word = here.group(1);
            int last = index;
            while (last < memo.size()
                    && last < index + MAX_HERE
                    && !memo.at(last).body().equals(word)) {
                last++;
            }
            end = last < memo.size() && memo.at(last).body().equals(word) ? last + 1 : index;
        } else if (command.isShell()) {
            while (end < memo.size()
                    && memo.at(end - 1).body().endsWith("\\")
                    && !memo.at(end).isBlank()) {
                end++;
            }
        }
        for (int i = index; i < end; i++) {
            MemoLine line = memo.at(i);
            if (!Reading.fits(line.text())) {
                return i - index;
            }
            run.add(new CommandLine(
                    line, Prompt.MORE, Optional.empty(), "", 0, 0, line.text().length(), ""));
        }
        return end - index;
    }

    private Optional<CommandLine> command(int index, boolean bare) {
        MemoLine line = memo.at(index);
        Optional<CommandLine> prompted = commands.prompted(line);
        if (prompted.isEmpty() && inProgram) {
            prompted = commands.inProgram(line);
        }
        return prompted.isPresent() || !bare ? prompted : commands.bare(line);
    }

    /** Notes what a command changes for the lines below it. */
    private void follow(CommandLine command) {
        String code = command.code().strip();
        if (isEdit(command)) {
            edited = Listings.path(code, folder)
                    .or(() -> Optional.of(code.substring(code.lastIndexOf(' ') + 1)))
                    .map(p -> p.startsWith("/") || p.contains("/") || folder.isEmpty() ? p : folder.get() + "/" + p);
        } else if (code.startsWith("cd ")) {
            String target = code.substring(3).strip();
            folder = target.startsWith("/") ? Optional.of(target) : Optional.empty();
        }
        if (command.isShell()) {
            String[] words = command.words();
            inProgram = words[0].matches("psql|mysql|mariadb|redis-cli|sftp|telnet")
                    || code.matches(".*\\b(?:console|irb|pry|python3?|node|ruby|dbshell)\\b.*");
        }
    }

    static boolean isEdit(CommandLine command) {
        return command.isShell()
                && command.program().matches("vim?|nano|emacs|view|sudoedit|visudo|notepad|ed|gedit")
                && command.words().length > 1;
    }

    /** What the command just above has printed, or what a text above says that it prints. */
    private boolean output() {
        boolean stated = statedUntil >= at && statedUntil > 0;
        boolean behind = !elements.isEmpty()
                && elements.get(elements.size() - 1) instanceof Commands above
                && above.lines().get(above.lines().size() - 1).prompt() != Prompt.NONE
                && !isEdit(above.lines().get(above.lines().size() - 1));
        if ((!stated && !behind) || !isOutput(at, stated)) {
            return false;
        }
        int end = at;
        List<MemoLine> lines = new ArrayList<>();
        while (end < memo.size() && isOutput(end, stated)) {
            lines.add(memo.at(end++));
        }
        statedUntil = 0;
        add(new OutputLines(at + 1, end, lines, stated));
        return true;
    }

    private boolean isOutput(int index, boolean stated) {
        MemoLine line = memo.at(index);
        String body = line.body();
        boolean other = line.isBlank()
                || !Reading.fits(line.text())
                || command(index, false).isPresent()
                || (Text.isRuler(body) && !body.startsWith("+") && !stated)
                || headings.at(index).isPresent()
                || steps.at(index, expected).isPresent()
                || Alerts.kind(body).isPresent()
                || body.startsWith("http");
        if (other) {
            return false;
        }
        boolean text = Text.isWide(Placeholders.without(body)) || isEnglishSentence(body);
        return stated ? !body.endsWith("。") : !text && command(index, true).isEmpty();
    }

    private static boolean isEnglishSentence(String body) {
        boolean sentence = Character.isUpperCase(body.charAt(0)) && body.endsWith(".");
        return body.contains(" ") && (sentence || body.endsWith(":"));
    }

    /** What is left: alerts and prose. */
    private void text() {
        MemoLine line = memo.at(at);
        Optional<String> alert = Alerts.kind(line.body());
        List<MemoLine> lines = new ArrayList<>();
        lines.add(line);
        int end = at + 1;
        while (end < memo.size() && isPlain(end) && (alert.isEmpty() || isMore(end, line, alert.get()))) {
            if (alert.isEmpty() && Alerts.kind(memo.at(end).body()).isPresent()) {
                break;
            }
            lines.add(memo.at(end++));
        }
        for (MemoLine each : lines) {
            if (alert.isEmpty() && commands.mayBe(each)) {
                unsure.add(Diagnostic.of(ImportCode.MAYBE_COMMAND, memo.span(each)));
            }
        }
        lines.forEach(l -> forget(Listings.path(l.text(), Optional.empty())));
        at = end - 1;
        look(lines.get(lines.size() - 1).text());
        int first = line.number();
        int last = lines.get(lines.size() - 1).number();
        add(alert.isPresent() ? new AlertLines(first, last, lines, alert.get()) : new ProseLines(first, last, lines));
    }

    /** Whether a line goes on with an alert: it is indented further, or begins one of the same kind. */
    private boolean isMore(int index, MemoLine first, String kind) {
        MemoLine line = memo.at(index);
        Optional<String> own = Alerts.kind(line.body());
        return own.isPresent() ? own.get().equals(kind) : line.indent() > first.indent();
    }

    private boolean isPlain(int index) {
        MemoLine line = memo.at(index);
        return !line.isBlank()
                && Reading.fits(line.text())
                && !Text.isRuler(line.body())
                && headings.at(index).isEmpty()
                && steps.at(index, expected).isEmpty()
                && command(index, true).isEmpty()
                && !listings.opensFence(index)
                && !STATES_OUTPUT.matcher(memo.at(index - 1).body()).matches()
                && listings.plain(index, index <= editedUntil ? edited : Optional.empty(), false, folder)
                        .isEmpty();
    }
}
