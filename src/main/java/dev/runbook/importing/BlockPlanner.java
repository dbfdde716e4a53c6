package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.importing.CommandLine.Prompt;
import dev.runbook.importing.Filler.Place;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts commands together into blocks, and finds out what of them is certain. */
final class BlockPlanner {
    private static final Pattern SUDO =
            Pattern.compile("sudo\\s+(?:-[EHn]\\s+)*(?:-u\\s+(?<user>[A-Za-z_][\\w.-]*)\\s+)?(?=[^-\\s])");
    private static final Pattern LOOKS = Pattern.compile(
            "(?:systemctl (?:status|is-active|is-enabled|list-|show|cat)|service \\S+ status|git (?:status|log|branch|diff|show|remote -v|tag)$"
                    + "|nginx -[tTvV]|apachectl (?:configtest|-t)|(?:yum|dnf|apt) (?:list|info|search|check-update)"
                    + "|rpm -q|docker (?:ps|images|logs|version|info)|sysctl [\\w.]+$|crontab -l|nvm ls|\\S+ (?:-V|-v|--version|-version)$"
                    + "|iptables -(?:n?L|S)|redis-cli info|psql (?:-l|-V)|firewall-cmd --list)(?s:.*)");
    private static final Pattern ASKS_NOTHING = Pattern.compile(
            ".*(?:\\s(?:-V|-v|-l|--version|--help|-c|-e|-f|--command|--execute|--file)\\b|\\s<|redis-cli .*\\w|\\| *(?:mysql|psql)|ssh \\S+ \\S).*");
    private static final Pattern ASKS = Pattern.compile(
            "(?:yum|dnf|apt|apt-get) (?!(?:.* )?(?:-y|--assume-?yes|-qq)\\b)(?:.* )?(?:install|localinstall|remove|erase|update|upgrade|dist-upgrade|autoremove)\\b.*"
                    + "|\\S*certbot\\S* (?!(?:.* )?(?:-n|--non-interactive)\\b)(?:.* )?certonly\\b.*|ssh-keygen(?!.* -N).*");
    private static final Pattern MORE_DANGER = Pattern.compile(
            "(?i).*\\b(?:DROP|TRUNCATE)\\b.*|.*\\brm\\s+-\\w*r.*|.*>\\s*/dev/(?:sd|vd|nvme).*|.*(?:\\bdb:(?:drop|reset)|FLUSHALL|FLUSHDB).*");

    private final Memo memo;
    private final Filler filler;
    private final Whereabouts whereabouts;
    private final List<Diagnostic> unsure;
    /** The program with a prompt of its own that was started last. */
    private String program = "";
    /** The line of the last command for another shell: of several in a row, the first is reported. */
    private int lastForeign;

    BlockPlanner(Memo memo, Filler filler, Whereabouts whereabouts, List<Diagnostic> unsure) {
        this.memo = memo;
        this.filler = filler;
        this.whereabouts = whereabouts;
        this.unsure = unsure;
    }

    /** A block, or the lines that only say who runs the next one. */
    record Part(Optional<CommandBlock> block, List<CommandLine> moves) {}

    /** A command's line while its block is not complete. */
    private record Planned(
            CommandLine line,
            String code,
            String language,
            Optional<String> user,
            Optional<String> folder,
            boolean certain) {}

    List<Part> plan(List<CommandLine> lines) {
        List<Part> parts = new ArrayList<>();
        List<Planned> run = new ArrayList<>();
        for (CommandLine line : lines) {
            if (whereabouts.moves(line)) {
                flush(run, parts);
                parts.add(new Part(Optional.empty(), List.of(line)));
                continue;
            }
            Planned planned = line.prompt() == Prompt.MORE && !run.isEmpty()
                    ? more(line, run.get(run.size() - 1))
                    : planned(line);
            Planned above = run.isEmpty() ? planned : run.get(run.size() - 1);
            if (!above.language().equals(planned.language()) || !above.user().equals(planned.user())) {
                flush(run, parts);
            }
            run.add(planned);
        }
        flush(run, parts);
        return parts;
    }

    private Planned more(CommandLine line, Planned above) {
        String code = filler.fill(line.line(), 0, line.line().text().length(), Place.FILE);
        return new Planned(
                line,
                code,
                above.language(),
                above.user(),
                above.folder(),
                above.certain() && code.equals(line.code()));
    }

    private Planned planned(CommandLine line) {
        if (!line.isShell()) {
            return foreign(line);
        }
        int before = unsure.size();
        Optional<String> user = whereabouts.user(line);
        Optional<String> folder = whereabouts.folder();
        String code = filler.fill(line.line(), line.start(), line.end(), Place.SHELL);
        Matcher sudo = SUDO.matcher(code);
        if (sudo.lookingAt()) {
            boolean simple = !code.matches(".*[|<>&;`].*") && !code.contains("$(");
            if (simple) {
                user = Optional.of(Optional.ofNullable(sudo.group("user")).orElse("root"));
                code = code.substring(sudo.end());
            } else {
                unsure.add(Diagnostic.of(ImportCode.SUDO_KEPT, span(line, line.start(), line.start() + 4)));
            }
        }
        judge(line);
        String word = line.program();
        if (CommandWords.needsPerson(word) || line.code().matches(".*\\b(?:console|irb|pry|dbshell)\\b.*")) {
            program = line.code();
        }
        boolean cd = line.code().startsWith("cd /");
        whereabouts.follow(line);
        String remark = line.remark().isEmpty() ? "" : "  # " + line.remark();
        return new Planned(
                line,
                code + remark,
                "bash",
                user,
                cd ? Optional.empty() : folder,
                unsure.size() == before && user.isPresent() && !whereabouts.isLost());
    }

    /** Reports what of a shell's command is not certain. */
    private void judge(CommandLine line) {
        String code = line.code();
        String word = line.program();
        Span whole = span(line, line.start(), line.end());
        if (line.prompt() == Prompt.NONE
                && !code.startsWith("sudo ")
                && (CommandWords.isEnglish(word) || (line.words().length == 1 && memo.language() == Language.EN))) {
            unsure.add(Diagnostic.of(ImportCode.TAKEN_AS_COMMAND, whole));
        }
        if (!line.remark().isEmpty()) {
            int at = line.line().text().indexOf(line.remark(), line.end());
            Span span = span(
                    line,
                    Math.max(at, line.end()),
                    Math.max(at, line.end()) + line.remark().length());
            unsure.add(Diagnostic.of(ImportCode.REMARK_IN_COMMAND, span, line.remark()));
        }
        if (Filler.quote(code, (char) 0) != 0) {
            unsure.add(Diagnostic.of(ImportCode.UNCLOSED_QUOTE, whole));
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (((c >= '\uFF01' && c <= '\uFF5E') || c == '\u3000' || c == '”' || c == '’')
                    && !isInHole(line, line.start() + i)) {
                String name = String.format(Locale.ROOT, "%s (U+%04X)", c == '\u3000' ? "" : c, (int) c)
                        .strip();
                Span span = span(line, line.start() + i, line.start() + i + 1);
                unsure.add(Diagnostic.of(ImportCode.FULL_WIDTH_CHARACTER, span, name));
                break;
            }
        }
        if (isInteractive(line)) {
            unsure.add(Diagnostic.of(ImportCode.INTERACTIVE_PROGRAM, whole, word));
        }
        if (CommandWords.destroys(word) || MORE_DANGER.matcher(code).matches()) {
            unsure.add(Diagnostic.of(ImportCode.DANGEROUS_COMMAND, whole, word));
        }
    }

    private boolean isInHole(CommandLine line, int at) {
        return filler.holes(line.line(), line.start(), line.end(), Place.SHELL).stream()
                .anyMatch(h -> h.start() <= at && at < h.end());
    }

    private static boolean isInteractive(CommandLine line) {
        String word = line.program();
        boolean asks = CommandWords.needsPerson(word) || MemoReader.isEdit(line);
        return ASKS.matcher(String.join(" ", line.words())).matches()
                || (asks && !ASKS_NOTHING.matcher(line.code()).matches())
                || line.code().matches(".*\\b(?:rails console|irb|pry|dbshell|tail -[fF]|journalctl .*-f)\\b.*");
    }

    private Planned foreign(CommandLine line) {
        Prompt prompt = line.prompt();
        boolean sql = prompt == Prompt.SQL
                || prompt == Prompt.PSQL
                || program.matches(".*\\b(?:psql|mysql|mariadb|dbshell)\\b.*");
        boolean postgres = prompt == Prompt.PSQL || program.matches(".*\\bpsql\\b.*");
        String language = prompt == Prompt.WINDOWS
                ? (line.shell().equals("PowerShell") ? "powershell" : "bat")
                : sql
                        ? "sql"
                        : program.matches(".*\\b(?:rails|irb|pry)\\b.*")
                                ? "ruby"
                                : program.matches(".*\\bpython3?\\b.*") ? "python" : "text";
        String code = filler.fill(line.line(), line.start(), line.end(), sql && postgres ? Place.PSQL : Place.FILE);
        boolean certain = prompt == Prompt.PSQL
                && !MORE_DANGER.matcher(line.code()).matches()
                && !line.code().startsWith("\\");
        boolean said = lastForeign == line.line().number() - 1;
        lastForeign = line.line().number();
        if (!said && (!postgres || prompt == Prompt.WINDOWS)) {
            String name = line.shell().isEmpty()
                    ? (program.isEmpty() || !language.equals("text") ? language : program.split(" ", 2)[0])
                    : line.shell();
            unsure.add(Diagnostic.of(ImportCode.FOREIGN_SHELL, span(line, line.start(), line.end()), name));
        }
        if (MORE_DANGER.matcher(line.code()).matches()) {
            String word = line.code().strip().split("\\s+", 2)[0];
            unsure.add(Diagnostic.of(ImportCode.DANGEROUS_COMMAND, span(line, line.start(), line.end()), word));
        }
        Optional<String> user = whereabouts.user(line);
        if (prompt == Prompt.PSQL && user.isEmpty() && line.shell().equals("postgres")) {
            user = Optional.of("postgres");
        }
        return new Planned(line, code, language, user, Optional.empty(), certain && user.isPresent());
    }

    private void flush(List<Planned> run, List<Part> parts) {
        if (run.isEmpty()) {
            return;
        }
        Planned first = run.get(0);
        boolean shell = first.language().equals("bash");
        Prompt prompt = first.line().prompt();
        Optional<String> database =
                prompt == Prompt.PSQL ? Optional.of(first.line().shell()) : Optional.empty();
        boolean check = shell && run.stream().allMatch(p -> looks(p.line()));
        if (shell && first.user().isEmpty()) {
            unsure.add(Diagnostic.of(
                    ImportCode.UNKNOWN_USER,
                    span(first.line(), first.line().start(), first.line().end())));
        }
        parts.add(new Part(
                Optional.of(new CommandBlock(
                        run.stream()
                                .map(p -> new CommandBlock.Line(p.line(), p.code()))
                                .toList(),
                        first.language(),
                        first.user(),
                        first.folder(),
                        check,
                        shell || prompt == Prompt.PSQL,
                        shell && run.stream().anyMatch(p -> p.line().isShell() && isInteractive(p.line())),
                        database,
                        run.stream().allMatch(Planned::certain))),
                List.of()));
        run.clear();
    }

    private static boolean looks(CommandLine line) {
        String code = String.join(" ", line.words());
        boolean writes = code.matches(".*[>;&`].*") || code.contains("$(");
        return line.isShell()
                && !writes
                && (CommandWords.onlyLooks(line.program())
                        || LOOKS.matcher(code).matches());
    }

    private Span span(CommandLine line, int start, int end) {
        return memo.span(line.line(), start, end);
    }
}
