package dev.runbook.check;

import dev.runbook.check.ShellExpansions.Region;
import dev.runbook.i18n.DisplayWidth;
import dev.runbook.model.Action;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds characters in commands that only look like those that were meant: {@code ls　－l}. */
final class CommandChecks {
    private CommandChecks() {}

    static void check(Runbook runbook, Findings findings) {
        for (Step step : runbook.steps()) {
            String code = step.action().code();
            if (FullWidth.occursIn(code) && CodePlaces.isPlaceable(code)) {
                step.action().accept(new Look(runbook, step, findings));
            }
        }
    }

    private static final class Look extends ActionVisitor<Boolean> {
        private final Runbook runbook;
        private final Step step;
        private Optional<CodePlaces> places = Optional.empty();
        private final Findings findings;

        Look(Runbook runbook, Step step, Findings findings) {
            super(true);
            this.runbook = runbook;
            this.step = step;
            this.findings = findings;
        }

        @Override
        public Boolean script(Action.Script script) {
            return shell();
        }

        @Override
        public Boolean console(Action.Console console) {
            return shell();
        }

        private boolean shell() {
            for (ShellText text : ParameterUses.shellTexts(step)) {
                String code = text.text();
                if (!FullWidth.occursIn(code)) {
                    continue;
                }
                ShellScanner scanned = ShellScanner.scan(code);
                BitSet texts = marked(scanned.texts());
                BitSet comments = marked(scanned.comments());
                for (int at = 0; at < code.length(); at++) {
                    boolean wrong = texts.get(at) ? isLoneSpace(code, at) : FullWidth.isMistake(code, at);
                    if (wrong && !comments.get(at)) {
                        report(code.charAt(at), text.offset(at));
                    }
                }
            }
            return true;
        }

        @Override
        public Boolean sql(Action.Sql sql) {
            return spaces(sql.code());
        }

        @Override
        public Boolean file(Action.FileContent file) {
            return spaces(file.code());
        }

        @Override
        public Boolean patch(Action.Patch patch) {
            return spaces(patch.code());
        }

        private boolean spaces(String code) {
            for (int at = code.indexOf('\u3000'); at >= 0; at = code.indexOf('\u3000', at + 1)) {
                if (isLoneSpace(code, at)) {
                    report('\u3000', at);
                }
            }
            return true;
        }

        /** Made once a place is asked for: most steps have nothing to say of. */
        private CodePlaces places() {
            if (places.isEmpty()) {
                places = Optional.of(CodePlaces.of(runbook.source(), step));
            }
            return places.get();
        }

        private void report(char c, int at) {
            findings.add(
                    CheckCode.FULL_WIDTH_COMMAND, places().span(at, at + 1), FullWidth.name(c), FullWidth.meant(c));
        }
    }

    /** A full-width space that no Japanese text stands beside. */
    private static boolean isLoneSpace(String code, int at) {
        return code.charAt(at) == '\u3000' && !isWide(code, at - 1) && !isWide(code, at + 1);
    }

    private static boolean isWide(String code, int at) {
        return at >= 0 && at < code.length() && code.charAt(at) != '\u3000' && DisplayWidth.isWide(code.charAt(at));
    }

    private static BitSet marked(List<Region> regions) {
        BitSet marked = new BitSet();
        regions.forEach(r -> marked.set(r.start(), r.end()));
        return marked;
    }
}
