package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.importing.CommandLine.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells commands from text, by their prompts or by what they look like. */
final class CommandReader {
    private static final Pattern BRACKET_PROMPT =
            Pattern.compile("\\[(?<user>[a-z_][\\w.-]*)@[^\\]\\s]{1,100}(?: [^\\]]{0,200})?\\]\\s?(?<sign>[#$])\\s*");
    private static final Pattern COLON_PROMPT =
            Pattern.compile("(?<user>[a-z_][\\w.-]{0,40})@[\\w.-]{1,100}:[^\\s#$]{0,200}\\s?(?<sign>[#$])\\s*");
    private static final Pattern SQL_PROMPT =
            Pattern.compile("(?<name>mysql|MariaDB(?: \\[[^\\]]{0,60}\\])?|sqlite|SQL)>\\s*");
    private static final Pattern PSQL_PROMPT = Pattern.compile("(?<name>[A-Za-z_][\\w-]{1,60}?)[=('\"-][#>]\\s+");
    private static final Pattern WINDOWS_PROMPT = Pattern.compile("(?<name>PS )?[A-Za-z]:\\\\[^>]{0,200}>\\s*");
    private static final Pattern SIGN = Pattern.compile("(?<sign>[#$＃＄])(?<space>[ \\t\\u3000]*)");
    private static final Pattern PROGRAM_PROMPT =
            Pattern.compile("(?:(?:irb|pry)[^>\\s]{0,60}|>>|[A-Za-z0-9_.:-]{1,40}(?=> )|)> ?");
    private static final Pattern LABEL =
            Pattern.compile("[^\\x00-\\x7E](?:[:：][ \\t\\u3000]*|[ \\t\\u3000]+[#$＃＄][ \\t\\u3000]+)");
    private static final Pattern SQL_STATEMENT = Pattern.compile(
            "(?i)(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT|REVOKE|SHOW|VACUUM|ANALYZE|REINDEX|TRUNCATE|FLUSH|USE|SET|START SLAVE|STOP SLAVE)\\b.*;\\s*");
    private static final Pattern ASSIGNMENTS =
            Pattern.compile("(?:[A-Za-z_]\\w{0,60}=(?:\"[^\"]*\"|'[^']*'|[^\\s\"']*)\\s+)+");
    private static final Pattern SHELL_FEATURE = Pattern.compile("(?:^|\\s)--?[A-Za-z]|[|/=*$~]|&&|>>|\\S\\.\\w");
    private static final Pattern SENTENCE =
            Pattern.compile(".*[a-z]{2}[.!?:,]|.*[a-z], .*|.* (?:the|a|an|is|are|you|and|this|that|your|it) .*");

    private static final Pattern ROOT_COMMAND = Pattern.compile("[#＃][ \\t]+(?<word>[a-z][\\w.-]*) .*");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?!/(?:dev|proc|sys|mnt|media|etc|var/log)/)/(?:[\\w.+-]+/)+[\\w+-]+(?:\\.(?:sh|pl|py|rb))?");
    private static final Pattern WINDOWS_SWITCH = Pattern.compile("\\s/[A-Za-z?](?:[\\s:]|$)");

    private final Language language;
    /** Whether the memo writes root's prompt as {@code # }, so that what follows one need not be known. */
    private final boolean hashIsPrompt;

    CommandReader(Memo memo) {
        this.language = memo.language();
        boolean markdown = memo.lines().stream().anyMatch(l -> l.text().startsWith("## "));
        this.hashIsPrompt = !markdown && memo.lines().stream().anyMatch(CommandReader::isRootCommand);
    }

    private static boolean isRootCommand(MemoLine line) {
        Matcher matcher = ROOT_COMMAND.matcher(line.body());
        return Reading.fits(line.text())
                && matcher.matches()
                && CommandWords.isKnown(matcher.group("word"))
                && !CommandWords.isEnglish(matcher.group("word"));
    }

    /** The command with its prompt; empty for a line that has none. */
    Optional<CommandLine> prompted(MemoLine line) {
        String body = line.body();
        int indent = line.indent();
        for (Pattern pattern : List.of(BRACKET_PROMPT, COLON_PROMPT)) {
            Matcher host = pattern.matcher(body);
            if (host.lookingAt() && host.end() < body.length()) {
                Prompt prompt = host.group("sign").equals("#") ? Prompt.ROOT : Prompt.USER;
                return Optional.of(command(line, prompt, Optional.of(host.group("user")), "", 0, indent + host.end()));
            }
        }
        Matcher database = SQL_PROMPT.matcher(body);
        if (database.lookingAt() && database.end() < body.length()) {
            return shell(line, Prompt.SQL, database.group("name"), indent + database.end());
        }
        Matcher psql = PSQL_PROMPT.matcher(body);
        if (psql.lookingAt() && body.length() > psql.end() && psql.end() > 2) {
            return shell(line, Prompt.PSQL, psql.group("name"), indent + psql.end());
        }
        Matcher windows = WINDOWS_PROMPT.matcher(body);
        if (windows.lookingAt()) {
            String name = windows.group("name") == null ? "cmd" : "PowerShell";
            return shell(line, Prompt.WINDOWS, name, indent + windows.end());
        }
        Matcher sign = SIGN.matcher(body);
        if (sign.lookingAt() && isCommandBehind(sign, body.substring(sign.end()))) {
            Prompt prompt = "#＃".contains(sign.group("sign")) ? Prompt.ROOT : Prompt.USER;
            return Optional.of(command(line, prompt, Optional.empty(), "", 0, indent + sign.end()));
        }
        return Optional.empty();
    }

    private boolean isCommandBehind(Matcher sign, String rest) {
        boolean root = "#＃".contains(sign.group("sign"));
        String word = firstWord(rest);
        if (word.isEmpty() || Text.isWide(word.substring(0, 1))) {
            return false;
        }
        if (CommandWords.isKnown(word) || CommandWords.isProgramPath(word)) {
            return !CommandWords.isEnglish(word) || !root || !isSentence(rest);
        }
        if (sign.group("space").isEmpty()) {
            return false;
        }
        boolean lower = Character.isLowerCase(word.charAt(0)) || "./~[<".indexOf(word.charAt(0)) >= 0;
        boolean likely = (hashIsPrompt && rest.indexOf(' ') > 0)
                || SHELL_FEATURE.matcher(rest).find();
        return root ? lower && !isSentence(rest) && likely && !Text.isWide(word) : !Text.isWide(word);
    }

    /** A line of a program that the command above has started: {@code > …}. */
    Optional<CommandLine> inProgram(MemoLine line) {
        Matcher program = PROGRAM_PROMPT.matcher(line.body());
        boolean says = program.lookingAt() && program.end() < line.body().length();
        return says ? shell(line, Prompt.PROGRAM, "", line.indent() + program.end()) : Optional.empty();
    }

    /** A line that is plainly a command, though it has no prompt. */
    Optional<CommandLine> bare(MemoLine line) {
        String body = line.body();
        int indent = line.indent();
        if (SQL_STATEMENT.matcher(body).matches() && !isSentence(body)) {
            return shell(line, Prompt.SQL, "", indent);
        }
        CommandLine whole = command(line, Prompt.NONE, Optional.empty(), "", 0, indent);
        if (isBare(whole, language == Language.JA)) {
            boolean windows = CommandWords.isWindows(whole.program())
                    || WINDOWS_SWITCH.matcher(whole.code()).find();
            return windows ? shell(line, Prompt.WINDOWS, "cmd", indent) : Optional.of(whole);
        }
        Matcher label = LABEL.matcher(line.text());
        while (label.find()) {
            CommandLine behind = command(line, Prompt.NONE, Optional.empty(), "", label.start() + 1, label.end());
            if (isBare(behind, false)) {
                boolean root = label.group().indexOf('#') > 0 || label.group().indexOf('＃') > 0;
                boolean user = label.group().indexOf('$') > 0 || label.group().indexOf('＄') > 0;
                Prompt prompt = root ? Prompt.ROOT : user ? Prompt.USER : Prompt.NONE;
                return Optional.of(command(line, prompt, Optional.empty(), "", label.start() + 1, label.end()));
            }
        }
        return Optional.empty();
    }

    /** Whether a line begins as a command does, although it was not taken for one. */
    boolean mayBe(MemoLine line) {
        String word = firstWord(line.body());
        boolean alone = line.body().length() == word.length();
        return (CommandWords.isKnown(word) || CommandWords.isProgramPath(word))
                && alone == CommandWords.isEnglish(word);
    }

    private boolean isBare(CommandLine command, boolean lenient) {
        String code = command.code();
        String word = command.program();
        boolean path = CommandWords.isProgramPath(word)
                || (command.words().length > 1 && PROGRAM.matcher(word).matches());
        if (!(path || CommandWords.isKnown(word)) || isWideOutside(code)) {
            return false;
        }
        if (command.words().length == 1 && !code.contains("sudo")) {
            return path || (!CommandWords.needsArguments(word) && (lenient || !CommandWords.isEnglish(word)));
        }
        if (code.startsWith("sudo ") || path) {
            return true;
        }
        if (CommandWords.isEnglish(word)) {
            return !isSentence(code) && (lenient || SHELL_FEATURE.matcher(code).find());
        }
        return !isSentence(code) || (SHELL_FEATURE.matcher(code).find() && lenient);
    }

    private static boolean isSentence(String text) {
        return SENTENCE.matcher(text.strip()).matches() && !text.contains(" -") && !text.contains("|");
    }

    /** Whether there are characters beyond ASCII outside of quotes and placeholders. */
    static boolean isWideOutside(String code) {
        String rest = Placeholders.without(code).replaceAll("\"[^\"]*\"|'[^']*'", "");
        return Text.isWide(rest.replace("•", ""));
    }

    private static String firstWord(String text) {
        Matcher assignments = ASSIGNMENTS.matcher(text);
        String rest = assignments.lookingAt() ? text.substring(assignments.end()) : text;
        rest = rest.startsWith("sudo ") ? rest.substring(5).strip() : rest;
        int end = 0;
        while (end < rest.length() && rest.charAt(end) > ' ' && rest.charAt(end) != '\u3000') {
            end++;
        }
        return rest.substring(0, end);
    }

    private static Optional<CommandLine> shell(MemoLine line, Prompt prompt, String name, int start) {
        int end = line.indent() + line.body().length();
        return Optional.of(new CommandLine(line, prompt, Optional.empty(), name, 0, start, end, ""));
    }

    private static CommandLine command(
            MemoLine line, Prompt prompt, Optional<String> user, String shell, int labelEnd, int start) {
        int stop = line.indent() + line.body().length();
        int remark = remark(line.text(), start, stop, prompt != Prompt.NONE);
        int end = remark < 0 ? stop : remark;
        while (end > start && Character.isWhitespace(line.text().charAt(end - 1))) {
            end--;
        }
        String text = remark < 0 ? "" : line.text().substring(remark, stop).strip();
        return new CommandLine(line, prompt, user, shell, labelEnd, start, end, text);
    }

    /** Where a remark behind a command begins, or -1. Behind a prompt, one space before Japanese is enough. */
    private static int remark(String text, int start, int stop, boolean prompted) {
        char quote = 0;
        int spaces = 0;
        for (int at = start; at < stop; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                spaces = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
                spaces = 0;
            } else if (c == '[' || c == '<' || c == '＜' || c == '［') {
                int end = Placeholders.endAt(text, at);
                at = end > 0 && end <= stop ? end - 1 : at;
                spaces = 0;
            } else if (Character.isWhitespace(c)) {
                spaces += c == '\t' || c == '\u3000' ? 2 : 1;
            } else {
                boolean wide = !Text.isAscii(c) && c != '•';
                boolean note = c == '※' || c == '←' || (c == '（' && spaces > 0);
                if (at > start && (note || (wide && spaces >= (prompted ? 1 : 2)))) {
                    return at;
                }
                spaces = 0;
            }
        }
        return -1;
    }
}
