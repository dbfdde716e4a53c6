package dev.runbook.markdown;

import dev.runbook.markdown.BlockKind.Form;
import dev.runbook.model.Role;
import dev.runbook.source.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what a code block is, and sees to it that a slip of the pen never makes a step a listing silently. */
final class ClassReader {
    private static final Map<String, BlockKind> CLASSES = classes();

    private final Problems problems;

    ClassReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, BlockKind> classes() {
        Map<String, BlockKind> map = new LinkedHashMap<>();
        map.put("exec", new BlockKind(Form.CODE, Optional.of(Role.EXEC)));
        map.put("check", new BlockKind(Form.CODE, Optional.of(Role.CHECK)));
        map.put("undo", new BlockKind(Form.CODE, Optional.of(Role.UNDO)));
        map.put("given", new BlockKind(Form.CODE, Optional.of(Role.GIVEN)));
        map.put("output", new BlockKind(Form.OUTPUT, Optional.empty()));
        map.put("file", new BlockKind(Form.FILE, Optional.empty()));
        map.put("patch", new BlockKind(Form.PATCH, Optional.empty()));
        return map;
    }

    static Set<String> all() {
        return CLASSES.keySet();
    }

    /** Whether a text is one of the classes that make a step. */
    static boolean isClass(String text) {
        return CLASSES.containsKey(text);
    }

    /** What the list makes of its block; empty for a listing. */
    Optional<BlockKind> read(AttributeList list, String language) {
        List<SourceText> known = new ArrayList<>();
        List<SourceText> unknown = new ArrayList<>();
        for (SourceText word : list.classes()) {
            (isClass(word.text()) ? known : unknown).add(word);
        }
        // {exec}: AttributeRules says what is missing.
        boolean reported = list.attributes().keySet().stream().anyMatch(ClassReader::isClass);
        for (SourceText word : unknown) {
            reported |= report(word, list, language, !known.isEmpty());
        }
        if (known.isEmpty()) {
            if (!reported && !list.isEmpty()) {
                SourceText source = list.source();
                problems.add(MarkdownCode.ATTRIBUTES_WITHOUT_CLASS, source.start(), source.end(), classNames());
            }
            return Optional.empty();
        }
        return Optional.of(combined(known));
    }

    private boolean report(SourceText word, AttributeList list, String language, boolean step) {
        int start = word.start() - 1;
        boolean first = list.classes().get(0).equals(word);
        if (first && language.isEmpty() && RunnableLanguage.of(word.text()).isPresent()) {
            problems.add(MarkdownCode.LANGUAGE_AS_CLASS, start, word.end(), word.text());
            return true;
        }
        boolean meantAsStep = step
                || Suggestions.closest(word.text(), CLASSES.keySet()).isPresent()
                || list.attributes().keySet().stream().anyMatch(AttributeRules::isKnown);
        problems.add(
                meantAsStep ? MarkdownCode.MISSPELT_CLASS : MarkdownCode.UNKNOWN_CLASS,
                start,
                word.end(),
                word.text(),
                Suggestions.offer(word.text(), CLASSES.keySet()));
        return true;
    }

    /** One role and one form at most; {@code .file} and {@code .patch} may be prepared with and taken back. */
    private BlockKind combined(List<SourceText> known) {
        Optional<Role> role = Optional.empty();
        Form form = Form.CODE;
        boolean formSet = false;
        for (SourceText word : known) {
            BlockKind kind = kind(word);
            boolean isForm = kind.form() != Form.CODE;
            if (isForm ? formSet : role.isPresent()) {
                conflict(known);
                break;
            }
            if (isForm) {
                form = kind.form();
                formSet = true;
            } else {
                role = kind.role();
            }
        }
        boolean impossible = form == Form.OUTPUT
                ? role.isPresent()
                : form != Form.CODE && role.filter(Set.of(Role.CHECK)::contains).isPresent();
        if (impossible) {
            conflict(known);
        }
        return new BlockKind(form, form == Form.OUTPUT ? Optional.empty() : Optional.of(role.orElse(Role.EXEC)));
    }

    private static BlockKind kind(SourceText word) {
        return java.util.Objects.requireNonNull(CLASSES.get(word.text()));
    }

    private void conflict(List<SourceText> known) {
        SourceText last = known.get(known.size() - 1);
        String words = String.join(" ", known.stream().map(w -> "." + w.text()).toList());
        problems.add(MarkdownCode.CONFLICTING_CLASSES, known.get(0).start() - 1, last.end(), words);
    }

    private static String classNames() {
        return "." + String.join(", .", CLASSES.keySet());
    }
}
