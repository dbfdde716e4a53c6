package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.importing.MemoLine.Hole;
import dev.runbook.json.Json;
import dev.runbook.markdown.ParameterNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of one page. */
final class Parameters {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(?:パスワード|パスフレーズ|暗証|秘密|トークン|password|passwd|passphrase|secret|token|api.?key).*");

    /** From what the memo calls one to its name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Set<String> taken;
    private final Language language;

    /**
     * None so far.
     *
     * @param taken the names of the memo's secrets
     */
    Parameters(Set<String> taken, Language language) {
        this.taken = taken;
        this.language = language;
    }

    /** The parameter that stands for a part of a line. */
    String name(MemoLine line, Hole hole) {
        if (hole.secret()) {
            String label = Messages.of(Parameters.class, "draft", language).get("secret", line.number());
            declared.putIfAbsent(hole.label(), "{label: " + Json.compact(label) + ", secret: true}");
            return hole.label();
        }
        return names.computeIfAbsent(hole.label(), label -> {
            String name = unique(label);
            boolean secret = SECRET.matcher(label).matches();
            declared.put(name, "{label: " + Json.compact(label) + (secret ? ", secret: true}" : "}"));
            return name;
        });
    }

    private String unique(String label) {
        String words = String.join("_", Words.of(label)).toUpperCase(Locale.ROOT);
        String base = words.isEmpty() || Character.isDigit(words.charAt(0)) ? ("VALUE_" + words) : words;
        base = base.endsWith("_") ? base.substring(0, base.length() - 1) : base;
        base = ParameterNames.isFree(base) ? base : "THE_" + base;
        String name = base;
        for (int i = 2; taken.contains(name) || declared.containsKey(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** The lines below {@code params:}. */
    List<String> yaml() {
        return declared.entrySet().stream()
                .map(e -> "  " + e.getKey() + ": " + e.getValue())
                .toList();
    }
}
