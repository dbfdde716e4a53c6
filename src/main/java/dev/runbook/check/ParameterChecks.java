package dev.runbook.check;

import dev.runbook.check.ParameterUses.Context;
import dev.runbook.check.ParameterUses.Use;
import dev.runbook.model.Action;
import dev.runbook.model.Listing;
import dev.runbook.model.Parameter;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.source.Span;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that parameters are declared, used, and quoted so that no value can become code. */
final class ParameterChecks {
    /** What makes psql's variables in the script itself. */
    private static final Pattern SETS_VARIABLES = Pattern.compile("\\\\(set|gset|getenv|prompt)\\b");

    private final Runbook runbook;
    private final Findings findings;
    private final Set<String> declared;
    private final Set<String> assigned = new HashSet<>();

    private ParameterChecks(Runbook runbook, Findings findings) {
        this.runbook = runbook;
        this.findings = findings;
        this.declared =
                runbook.frontMatter().params().stream().map(Parameter::name).collect(Collectors.toSet());
    }

    static void check(Runbook runbook, Findings findings) {
        ParameterChecks checks = new ParameterChecks(runbook, findings);
        List<Step> steps = runbook.steps();
        if (!checks.declared.isEmpty()) {
            checks.unused();
            steps.forEach(checks::collectAssigned);
        }
        for (Step step : steps) {
            if (CodePlaces.isPlaceable(step.action().code())) {
                step.action().accept(checks.new Look(step));
            }
        }
    }

    private void unused() {
        List<String> texts = new ArrayList<>();
        for (Section section : runbook.sections()) {
            texts.add(section.title());
            Blocks.prose(section).stream().map(Prose::markdown).forEach(texts::add);
            Blocks.listings(section).stream().map(Listing::code).forEach(texts::add);
            for (Step step : section.steps()) {
                texts.add(step.action().code());
            }
        }
        for (Parameter parameter : runbook.frontMatter().params()) {
            if (texts.stream().noneMatch(text -> mentions(text, parameter.name()))) {
                findings.add(CheckCode.UNUSED_PARAMETER, parameter.span(), parameter.name());
            }
        }
    }

    private static boolean mentions(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Names.isPart(text.charAt(at - 1));
            if (begins && (end == text.length() || !Names.isPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private void collectAssigned(Step step) {
        for (ShellText text : ParameterUses.shellTexts(step)) {
            assigned.addAll(ShellScanner.scan(text.text()).assigned());
        }
    }

    private final class Look extends ActionVisitor<Boolean> {
        private final Step step;
        private Optional<CodePlaces> places = Optional.empty();

        Look(Step step) {
            super(true);
            this.step = step;
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
            if (declared.isEmpty()) {
                return true;
            }
            for (ShellText text : ParameterUses.shellTexts(step)) {
                ShellScanner scanned = ShellScanner.scan(text.text());
                for (ShellExpansions.Reference reference : scanned.references()) {
                    Span span = span(text.offset(reference.start()), text.offset(reference.end() - 1) + 1);
                    boolean own = scanned.assigned().contains(reference.name());
                    if (reference.splits() && !own && declared.contains(reference.name())) {
                        findings.add(CheckCode.UNQUOTED_PARAMETER, span, reference.name());
                    }
                    misspelt(reference.name(), span);
                }
            }
            return true;
        }

        @Override
        public Boolean sql(Action.Sql sql) {
            boolean sets = SETS_VARIABLES.matcher(sql.code()).find();
            for (Use use : SqlScanner.uses(sql.code())) {
                Span span = span(use.start(), use.end());
                boolean known = declared.contains(use.name());
                if (known && use.context() == Context.RAW) {
                    findings.add(CheckCode.UNQUOTED_SQL_PARAMETER, span, use.name());
                } else if (!known && !sets && use.context() != Context.RAW && !misspelt(use.name(), span)) {
                    findings.add(CheckCode.UNDECLARED_PARAMETER, span, use.name());
                }
            }
            return true;
        }

        @Override
        public Boolean file(Action.FileContent file) {
            return raw(file.code());
        }

        @Override
        public Boolean patch(Action.Patch patch) {
            return raw(patch.code());
        }

        private boolean raw(String code) {
            RawScanner.uses(code).forEach(use -> misspelt(use.name(), span(use.start(), use.end())));
            return true;
        }

        private boolean misspelt(String name, Span span) {
            if (declared.contains(name) || assigned.contains(name) || !name.equals(name.toUpperCase(Locale.ROOT))) {
                return false;
            }
            Optional<String> meant =
                    declared.stream().filter(d -> isSlip(name, d)).min(String::compareTo);
            meant.ifPresent(m -> findings.add(CheckCode.MISSPELT_PARAMETER, span, name, m));
            return meant.isPresent();
        }

        /** Made once a place is asked for: most steps have nothing to say of. */
        private CodePlaces places() {
            if (places.isEmpty()) {
                places = Optional.of(CodePlaces.of(runbook.source(), step));
            }
            return places.get();
        }

        private Span span(int start, int end) {
            return places().span(start, end);
        }
    }

    /** One letter off. {@code HOST1} and {@code HOST2} are two names, and so are short ones like {@code ID} and {@code IP}. */
    private static boolean isSlip(String name, String declared) {
        boolean longEnough = Math.min(name.length(), declared.length()) >= 5;
        return longEnough
                && Suggestions.distance(name, declared) == 1
                && withoutDigits(name).equals(name)
                && withoutDigits(declared).equals(declared);
    }

    private static String withoutDigits(String name) {
        return name.replaceAll("[0-9]", "");
    }
}
