package dev.runbook.importing;

import dev.runbook.importing.MemoLine.Hole;
import dev.runbook.markdown.ParameterNames;
import dev.runbook.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The passwords and keys of a memo: where they stand, and the parameters that take their places. */
final class Secrets {
    private static final char MASK = '•';
    private static final int CASE = Pattern.CASE_INSENSITIVE;
    private static final String VALUE = "(?:\"(?<dq>[^\"]+)\"|'(?<sq>[^']+)'|(?<bare>[^\\s'\"|;]+))";

    /** What leads to a secret; {@code key} is a name for it, where there is one. */
    private static final List<Form> FORMS = List.of(
            Form.of("--(?:password|passwd|pass|token|secret|dbpass)[= ]" + VALUE, CASE),
            Form.of(
                    "\\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump)\\b[^|;]{0,300}?\\s-p" + VALUE,
                    0),
            Form.of("\\bsshpass\\s{1,9}-p\\s{0,9}" + VALUE, 0),
            Form.of("\\bredis-cli\\b[^|;]{0,300}?\\s-a\\s{1,9}" + VALUE, 0),
            Form.of(
                    "\\b(?:curl|wget)\\b[^|;]{0,300}?\\s(?:-u|--user)[ =]['\"]?[^\\s:'\"]{1,100}:(?<bare>[^\\s'\"]+)",
                    0),
            Form.of(
                    "(?<![A-Za-z0-9_])(?<key>[A-Za-z0-9_.]{0,40}"
                            + "(?:pass|passwd|password|pwd|secret|token|secret_?key|api_?key|access_?key|_auth))"
                            + "\\s{0,9}[=＝]\\s{0,9}" + VALUE,
                    CASE),
            Form.of("\\b(?:requirepass|masterauth)\\s{1,9}" + VALUE, 0),
            Form.of("\\b(?:IDENTIFIED\\s{1,9}BY|PASSWORD)\\s{1,9}'(?<bare>[^']+)'", CASE),
            Form.of("://[^/\\s:@]{1,100}:(?<bare>[^@\\s/]{1,200})@", 0),
            Form.of("Authorization:\\s{0,9}(?:Bearer|Basic)\\s{1,9}(?<bare>[^\\s'\"]+)", CASE),
            Form.of("\\becho\\s{1,9}(?:-n\\s{1,9})?" + VALUE + "\\s{0,9}\\|\\s{0,9}(?:sudo\\s{1,9})?passwd\\b", 0),
            Form.of(
                    "\\becho\\s{1,9}['\"]?[^\\s:'\"]{1,100}:(?<bare>[^\\s'\"|]+)['\"]?"
                            + "\\s{0,9}\\|\\s{0,9}(?:sudo\\s{1,9})?chpasswd\\b",
                    0),
            Form.of(
                    "(?:パスワード|パスフレーズ|暗証番号|\\bpassword|\\bpasswd|\\bpassphrase|\\bpass|\\bPW|\\bpwd)"
                            + "\\s{0,9}[:：]\\s{0,9}(?<bare>[\\x21-\\x7E]{4,})\\s*$",
                    CASE));

    private static final Pattern NO_SECRET = Pattern.compile(
            "[$<\\[{(＜［｛（\\\\%].*|[*•.x-]+|.*[＞］].*|required|none|same|see|true|false|yes|no|null|md5|trust|peer",
            CASE);

    private final SourceFile masked;
    private final Map<Integer, List<Hole>> byLine;

    private Secrets(SourceFile masked, Map<Integer, List<Hole>> byLine) {
        this.masked = masked;
        this.byLine = byLine;
    }

    static Secrets find(SourceFile raw) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<Integer, List<Hole>> byLine = new TreeMap<>();
        StringBuilder text = new StringBuilder(raw.text());
        for (int number = 1; number <= raw.lineCount(); number++) {
            String line = raw.line(number);
            if (line.length() > Reading.MAX_LINE) {
                continue;
            }
            List<Hole> holes = new ArrayList<>();
            for (Form form : FORMS) {
                Matcher matcher = form.pattern().matcher(line);
                while (matcher.find()) {
                    add(form, matcher, line, names, taken, holes);
                }
            }
            if (!holes.isEmpty()) {
                holes.sort(java.util.Comparator.comparingInt(Hole::start));
                byLine.put(number, holes);
                for (Hole hole : holes) {
                    for (int at = hole.start(); at < hole.end(); at++) {
                        text.setCharAt(raw.lineStart(number) + at, MASK);
                    }
                }
            }
        }
        return new Secrets(SourceFile.of(raw.name(), text.toString()), byLine);
    }

    private static void add(
            Form form, Matcher matcher, String line, Map<String, String> names, Set<String> taken, List<Hole> holes) {
        String group = form.group(matcher);
        int start = matcher.start(group);
        int end = matcher.end(group);
        String value = line.substring(start, end);
        boolean overlaps = holes.stream().anyMatch(h -> h.start() < end && start < h.end());
        if (overlaps || NO_SECRET.matcher(value).matches()) {
            return;
        }
        String name = names.computeIfAbsent(value, v -> unique(form.name(matcher), taken));
        holes.add(new Hole(start, end, name, true));
    }

    private static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** The memo's text with each secret masked, character by character. */
    SourceFile masked() {
        return masked;
    }

    /** The secrets of a line, in order. */
    List<Hole> in(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    /** The names of all parameters that stand for a secret. */
    static Set<String> names(List<MemoLine> lines) {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> line.secrets().forEach(h -> names.add(h.label())));
        return names;
    }

    /** What leads to a secret. */
    private record Form(Pattern pattern, boolean quoted, boolean keyed) {
        static Form of(String regex, int flags) {
            return new Form(Pattern.compile(regex, flags), regex.contains("<dq>"), regex.contains("<key>"));
        }

        /** The group that holds it. */
        String group(Matcher matcher) {
            if (quoted && matcher.start("dq") >= 0) {
                return "dq";
            }
            return quoted && matcher.start("sq") >= 0 ? "sq" : "bare";
        }

        /** A parameter's name for it. */
        String name(Matcher matcher) {
            String key = keyed ? matcher.group("key").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") : "";
            String name = key.replaceAll("^[0-9_]+|_+$", "");
            return name.isEmpty() || !ParameterNames.isFree(name) ? "PASSWORD" : name;
        }
    }
}
