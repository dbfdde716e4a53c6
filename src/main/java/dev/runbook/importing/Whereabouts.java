package dev.runbook.importing;

import dev.runbook.importing.CommandLine.Prompt;
import dev.runbook.source.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who runs the commands of a page, and where: what {@code su}, {@code cd}, {@code exit} and prompts say of it. */
final class Whereabouts {
    private static final String ROOT = "root";
    private static final Pattern SU =
            Pattern.compile("(?:sudo\\s+)?su(?:\\s+(?:-|-l|--login))*(?:\\s+(?<user>[A-Za-z_][\\w.-]*))?(?:\\s+-)?");
    private static final Pattern SUDO_SHELL = Pattern.compile(
            "sudo\\s+(?:-u\\s*(?<before>[A-Za-z_][\\w.-]*)\\s+)?-(?:i|s|iu|su)(?:\\s+(?:-u\\s*)?(?<user>[A-Za-z_][\\w.-]*))?"
                    + "|sudo\\s+(?:bash|-s)");
    private static final Pattern LEAVE = Pattern.compile("exit|logout");
    private static final Pattern LEAVE_PROGRAM = Pattern.compile("\\\\q|(?i:quit|exit);?|exit\\(\\)");

    /**
     * A shell that was entered.
     *
     * @param lost whether it has gone to a folder that cannot be told
     */
    private record Shell(Optional<String> user, Optional<String> folder, boolean lost) {
        Shell(Optional<String> user, Optional<String> folder) {
            this(user, folder, false);
        }
    }

    private final Memo memo;
    private final List<Diagnostic> unsure;
    private final Deque<Shell> shells = new ArrayDeque<>();
    private Optional<String> lastOther = Optional.empty();

    Whereabouts(Memo memo, List<Diagnostic> unsure) {
        this.memo = memo;
        this.unsure = unsure;
        shells.push(new Shell(Optional.empty(), Optional.empty()));
    }

    private Shell here() {
        return shells.element();
    }

    Optional<String> folder() {
        return here().folder();
    }

    /** Whether commands here depend on a folder that cannot be told. */
    boolean isLost() {
        return here().lost();
    }

    /** What follows does not go on with what was done above, unless a {@code su} says so. */
    void forget() {
        change(
                shells.size() == 1
                        ? new Shell(Optional.empty(), Optional.empty())
                        : new Shell(here().user(), Optional.empty()));
    }

    private void change(Shell shell) {
        shells.pop();
        shells.push(shell);
    }

    /** Follows a command that only says who runs the next ones; false for any other. */
    boolean moves(CommandLine command) {
        String code = command.code().strip().replaceFirst(";$", "");
        if (!command.isShell()) {
            return command.prompt() != Prompt.MORE
                    && command.prompt() != Prompt.WINDOWS
                    && LEAVE_PROGRAM.matcher(code).matches();
        }
        Matcher su = SU.matcher(code);
        Matcher sudo = SUDO_SHELL.matcher(code);
        if (su.matches()) {
            user(command);
            enter(Optional.ofNullable(su.group("user")).orElse(ROOT));
            return true;
        }
        if (sudo.matches()) {
            enter(Optional.ofNullable(sudo.group("user"))
                    .or(() -> Optional.ofNullable(sudo.group("before")))
                    .orElse(ROOT));
            return true;
        }
        if (!LEAVE.matcher(code).matches()) {
            return false;
        }
        if (shells.size() == 1) {
            unsure.add(Diagnostic.of(ImportCode.UNMATCHED_EXIT, span(command)));
        } else {
            shells.pop();
        }
        return true;
    }

    private void enter(String user) {
        if (!user.equals(ROOT)) {
            lastOther = Optional.of(user);
        }
        shells.push(new Shell(Optional.of(user), Optional.empty()));
    }

    /** Who runs a command; empty where nothing says so. */
    Optional<String> user(CommandLine command) {
        Optional<String> known = here().user();
        if (command.user().isPresent()) {
            return prompted(command, command.user().get());
        }
        if (command.prompt() == Prompt.ROOT) {
            boolean moves = command.code().startsWith("cd ")
                    && known.isPresent()
                    && !known.get().equals(ROOT);
            if (!moves) {
                return prompted(command, ROOT);
            }
            contradicts(command, ROOT, known.get(), known.get());
            return known;
        }
        if (command.prompt() == Prompt.USER) {
            boolean root = known.isEmpty() || known.get().equals(ROOT);
            return root ? lastOther : known;
        }
        if (known.isEmpty() && command.prompt() == Prompt.NONE && CommandWords.needsRoot(command.program())) {
            return Optional.of(ROOT);
        }
        return known;
    }

    /** The prompt names a user: that counts, and what it cannot follow from is reported. */
    private Optional<String> prompted(CommandLine command, String user) {
        Optional<String> known = here().user();
        if (known.isPresent() && !known.get().equals(user)) {
            contradicts(command, user, known.get(), user);
            while (shells.size() > 1 && !here().user().equals(Optional.of(user))) {
                shells.pop();
            }
        }
        if (!here().user().equals(Optional.of(user))) {
            change(new Shell(Optional.of(user), here().user().isEmpty() ? here().folder() : Optional.empty()));
        }
        if (!user.equals(ROOT)) {
            lastOther = Optional.of(user);
        }
        return Optional.of(user);
    }

    private void contradicts(CommandLine command, String prompt, String known, String chosen) {
        unsure.add(Diagnostic.of(ImportCode.PROMPT_CONTRADICTS, span(command), prompt, known, chosen));
    }

    /** Follows a {@code cd}; all else changes nothing. */
    void follow(CommandLine command) {
        String code = command.code().strip();
        if (!command.isShell() || !(code.equals("cd") || code.startsWith("cd "))) {
            return;
        }
        String target = code.substring(2).strip();
        Optional<String> folder = Optional.empty();
        boolean lost = false;
        boolean plain = target.matches("[\\w.+@/-]+");
        if (plain && target.startsWith("/")) {
            folder = Optional.of(resolve("", target));
        } else if (plain && here().folder().isPresent() && !target.equals("-")) {
            folder = Optional.of(resolve(here().folder().get(), target));
        } else if (!target.isEmpty() && !target.startsWith("~")) {
            lost = true;
            unsure.add(Diagnostic.of(ImportCode.UNKNOWN_FOLDER, span(command), target));
        }
        change(new Shell(here().user(), folder, lost));
    }

    private static String resolve(String base, String path) {
        List<String> parts = new ArrayList<>();
        for (String part : (base + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private dev.runbook.source.Span span(CommandLine command) {
        return memo.span(command.line(), command.start(), command.end());
    }
}
