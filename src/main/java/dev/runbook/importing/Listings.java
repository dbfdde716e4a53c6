package dev.runbook.importing;

import dev.runbook.i18n.Language;
import dev.runbook.importing.Element.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what stands in files: behind the command that edits one, in a fence, or by its own look. */
final class Listings {
    private static final int MAX_FENCED = 400;
    private static final Pattern SECTION = Pattern.compile("\\[[\\w .:@/\"-]{1,60}\\](?:\\s*[#;※].*)?");
    private static final Pattern SETTING =
            Pattern.compile("(?:\\[[^\\]]{1,40}\\]|[#;]{0,3} ?[A-Za-z_][\\w.\\-/ \\[\\]]{0,60}?)\\s{0,40}=(?!=).*");
    private static final Pattern BRACES =
            Pattern.compile("[\\x20-\\x7E]*[;{](?:\\s*[#※].*)?|[})\\]]+[;,]?|[\\x20-\\x7E]*\\{\\s*");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][\\w:.-]*(?:\\s[^<>]*)?/?>.*");
    private static final Pattern COMMENT = Pattern.compile("(?:[#;]|//).*");
    private static final Pattern YAML = Pattern.compile("(?:- )?[A-Za-z_][\\w.-]{0,60}:(?:\\s.*)?");
    private static final Pattern ARROW = Pattern.compile("[↓⇓▼]+|-+>|=+>|[→⇒]+");
    private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})\\s*([\\w+-]*).*");
    private static final Pattern PATH = Pattern.compile("(?<![\\w:/.])(?:/[\\w.+@-]+){2,}|[A-Za-z]:\\\\[\\w.\\\\-]+");
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w/.])[\\w-]*\\.?[\\w-]+\\.(?:conf|cf|ini|cnf|ya?ml|env|service|timer|json|xml|properties|list|cfg|toml|rules|txt)\\b");
    private static final Pattern STEP = Pattern.compile("^\\s*[0-9０-９]{1,3}[.．)）]");
    private static final Pattern WHOLE = Pattern.compile(
            ".*(?:新規(?:に)?作成|を作成|を作る|作成する|作成し).*|(?i).*\\b(?:create|new file|with (?:this|the following) content)\\b.*");

    private final Memo memo;
    private final CommandReader commands;
    private final Headings headings;

    Listings(Memo memo, CommandReader commands, Headings headings) {
        this.memo = memo;
        this.commands = commands;
        this.headings = headings;
    }

    static boolean isArrow(String body) {
        return ARROW.matcher(body).matches();
    }

    /** A Markdown fence at an index; empty where it has no end, too. */
    Optional<Listing> fenced(int index) {
        Matcher open = FENCE.matcher(memo.at(index).body());
        if (!open.matches()) {
            return Optional.empty();
        }
        for (int i = index + 1; i < memo.size() && i < index + MAX_FENCED; i++) {
            String body = memo.at(i).body();
            if (!Reading.fits(memo.at(i).text())) {
                return Optional.empty();
            }
            if (body.startsWith(open.group(1)) && body.chars().allMatch(c -> c == body.charAt(0))) {
                return Optional.of(listing(index, i, true, Optional.empty(), true, false, open.group(2)));
            }
        }
        return Optional.empty();
    }

    boolean opensFence(int index) {
        return FENCE.matcher(memo.at(index).body()).matches();
    }

    /** A listing between two rulers of one form, where a file was edited just above. */
    Optional<Listing> ruled(int index, Optional<String> edited, boolean whole) {
        String ruler = memo.at(index).body();
        if (edited.isEmpty() || !Text.isRuler(ruler)) {
            return Optional.empty();
        }
        for (int i = index + 1; i < memo.size() && i < index + MAX_FENCED; i++) {
            if (memo.at(i).body().equals(ruler)) {
                boolean title = i == index + 2 && headings.at(index).isPresent() && !isStrong(index + 1);
                return title || i == index + 1 || headings.at(i).isPresent()
                        ? Optional.empty()
                        : Optional.of(listing(index, i, true, edited, true, whole, ""));
            }
            if (Text.isRuler(memo.at(i).body()) || !Reading.fits(memo.at(i).text())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Lines that look like a file's.
     *
     * @param edited the file that was edited just above: then less of a look is enough
     */
    Optional<Listing> plain(int index, Optional<String> edited, boolean whole, Optional<String> folder) {
        boolean lenient = edited.isPresent();
        if (!(isSetting(index, lenient)
                || (lenient && Text.isEllipsis(memo.at(index).body())))) {
            return Optional.empty();
        }
        int end = index + 1;
        int strong = isStrong(index) ? 1 : 0;
        while (end < memo.size()) {
            boolean blank = memo.at(end).isBlank() && isSetting(end + 1, lenient) && isStrong(end + 1);
            boolean more = isSetting(end, lenient) || isRest(end, lenient);
            if ((!blank && !more) || !Reading.fits(memo.at(end).text())) {
                break;
            }
            strong += isStrong(end) ? 1 : 0;
            end++;
        }
        if (!lenient && strong < 2) {
            return Optional.empty();
        }
        if (lenient) {
            return Optional.of(listing(index, end - 1, false, edited, true, whole, ""));
        }
        Optional<String> near = near(index, folder);
        return Optional.of(listing(index, end - 1, false, near, false, false, ""));
    }

    private boolean isRest(int index, boolean lenient) {
        String body = memo.at(index).body();
        boolean inside = !body.isEmpty() && (Text.isEllipsis(body) || isArrow(body));
        boolean indented = memo.at(index).indent() > 0 && !body.isEmpty() && !Text.isWide(body);
        return inside || (indented && lenient);
    }

    private boolean isStrong(int index) {
        String body = memo.at(index).body();
        return SECTION.matcher(body).matches()
                || SETTING.matcher(body).matches()
                || BRACES.matcher(body).matches()
                || TAG.matcher(body).matches();
    }

    private boolean isSetting(int index, boolean lenient) {
        MemoLine line = memo.at(index);
        String body = line.body();
        if (body.isEmpty()
                || body.startsWith("$ ")
                || body.startsWith("※")
                || commands.prompted(line).isPresent()) {
            return false;
        }
        boolean strong = isStrong(index) && !isCommand(line);
        if (strong || (lenient && COMMENT.matcher(body).matches())) {
            return !isSentence(body);
        }
        boolean ascii = !Text.isWide(Placeholders.without(body.replaceFirst("\\s+※.*", "")));
        boolean columns = body.contains("  ")
                || body.contains("\t")
                || YAML.matcher(body).matches()
                || body.startsWith("/")
                || memo.language() == Language.JA;
        return lenient && ascii && columns && !isCommand(line);
    }

    private boolean isCommand(MemoLine line) {
        return commands.bare(line).isPresent()
                && !line.body().endsWith(";")
                && !line.body().endsWith("{");
    }

    private static boolean isSentence(String body) {
        return body.indexOf('。') >= 0 && !body.contains("※");
    }

    /** The file named in the lines above. */
    private Optional<String> near(int index, Optional<String> folder) {
        int seen = 0;
        for (int i = index - 1; i >= 0 && seen < 4 && index - i < 8; i--) {
            if (headings.at(i).isPresent()) {
                break;
            }
            String text = memo.at(i).text();
            seen += memo.at(i).isBlank() ? 0 : 1;
            Optional<String> path = path(STEP.matcher(text).replaceFirst(""), folder);
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    /** The last path that a text names, or a file's name in a folder that is known. */
    static Optional<String> path(String text, Optional<String> folder) {
        Optional<String> found = Optional.empty();
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            found = Optional.of(path.group());
        }
        Matcher name = NAME.matcher(text);
        if (found.isPresent()) {
            boolean inFolder = found.get().lastIndexOf('.') < found.get().lastIndexOf('/') && name.find();
            return inFolder ? Optional.of(found.get() + "/" + name.group()) : found;
        }
        return name.find()
                ? Optional.of(folder.map(f -> f + "/" + name.group()).orElse(name.group()))
                : Optional.empty();
    }

    /** Whether a text says that a file is made anew. */
    static boolean saysWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    private Listing listing(
            int from, int to, boolean fenced, Optional<String> path, boolean named, boolean whole, String language) {
        List<MemoLine> lines = new ArrayList<>();
        for (int i = fenced ? from + 1 : from; i <= (fenced ? to - 1 : to); i++) {
            lines.add(memo.at(i));
        }
        return new Listing(from + 1, to + 1, lines, fenced, path, named, whole, language);
    }
}
