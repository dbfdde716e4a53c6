package dev.runbook.check;

import dev.runbook.model.Action;
import dev.runbook.model.ConsoleCommand;
import dev.runbook.model.Expectation;
import dev.runbook.model.Role;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import dev.runbook.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds proofs that prove nothing: what an empty output would satisfy, and checks that cannot fail. */
final class ExpectationChecks {
    private static final Pattern ANY_GLOB = Pattern.compile("\\**");

    private ExpectationChecks() {}

    static void check(Runbook runbook, Findings findings) {
        for (Step step : runbook.steps()) {
            expectations(step).stream()
                    .filter(ExpectationChecks::isHollow)
                    .forEach(e -> findings.add(CheckCode.HOLLOW_EXPECTATION, e.span()));
            boolean proves = step.options().exit() != 0 || !expectations(step).isEmpty();
            if (step.role() == Role.CHECK && !proves) {
                unfailing(step)
                        .ifPresent(text -> findings.add(
                                CheckCode.HOLLOW_CHECK,
                                span(runbook, step),
                                step.id().name()));
            }
        }
    }

    private static List<Expectation> expectations(Step step) {
        List<Expectation> ofCommands = step.action().accept(new ActionVisitor<List<Expectation>>(List.of()) {
            @Override
            public List<Expectation> console(Action.Console console) {
                return console.commands().stream()
                        .map(ConsoleCommand::expectation)
                        .flatMap(Optional::stream)
                        .toList();
            }
        });
        return ofCommands.isEmpty() ? step.expectation().stream().toList() : ofCommands;
    }

    private static boolean isHollow(Expectation expectation) {
        return expectation.exitStatus().isEmpty()
                && !expectation.lines().isEmpty()
                && expectation.lines().stream().allMatch(ExpectationChecks::mayBeEmpty);
    }

    private static boolean mayBeEmpty(Expectation.Line line) {
        return line.quantifier().min() == 0
                || switch (line.kind()) {
                    case ANY_LINES -> true;
                    case GLOB -> ANY_GLOB.matcher(line.text()).matches();
                    case RE -> matchesEmpty(line.text());
                    case EQUAL, ESC, NO_EOL -> false;
                };
    }

    private static boolean matchesEmpty(String regex) {
        try {
            return Pattern.compile(regex).matcher("").matches();
        } catch (PatternSyntaxException e) {
            return false; // said by the parser
        }
    }

    /** The shell text of a step that succeeds whatever the state of the system is. */
    private static Optional<ShellText> unfailing(Step step) {
        List<ShellText> texts = ParameterUses.shellTexts(step);
        return texts.stream()
                .filter(t -> texts.stream().allMatch(each -> UnfailingScript.test(each.text())))
                .findFirst();
    }

    private static Span span(Runbook runbook, Step step) {
        return runbook.source().lineSpan(step.codeSpan().startLine());
    }
}
