package dev.runbook.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.check.Checker;
import dev.runbook.i18n.Language;
import dev.runbook.importing.Account.Fate;
import dev.runbook.importing.Account.Left;
import dev.runbook.importing.Account.Placed;
import dev.runbook.importing.Account.Reason;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memos that nobody wrote: each of their lines is in the draft or in the report, in its order, and the draft is sound. */
class NothingIsLostTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Nd}+");

    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            "-----------------------",
            "=====",
            "###########",
            "+--+--+",
            "＜見出し＞",
            "【大見出し】",
            "■ 中見出し",
            "●小",
            "★",
            "## Heading",
            "第1章 はじめに",
            "1-2 節",
            "1. 最初",
            "2.つぎ",
            "3) third",
            "①まる",
            "（４）かっこ",
            "手順５　これ",
            "Step 6: go",
            "1.1～3で行う",
            "1.6.0 が出た",
            "# yum -y install httpd",
            "$ ls -l /tmp",
            "> continued",
            "[root@host ~]# df -h",
            "app@web1:/srv$ git pull",
            "mysql> select 1;",
            "postgres=# \\dt",
            "postgres=# SELECT '[値]';",
            "C:\\>dir",
            "PS C:\\> Get-Service",
            "su - app",
            "# su -",
            "exit",
            "$ exit",
            "\\q",
            "sudo systemctl restart x",
            "sudo a | sudo b",
            "cd /var/log",
            "cd ..",
            "cd [どこか]",
            "# vi /etc/x.conf",
            "vim y.ini",
            "[section]",
            "key = value",
            "key=[値]  ※説明",
            "server {",
            "}",
            "↓",
            "......",
            "※注意書き",
            "　　つづき",
            "注意：だめ",
            "WARNING: no",
            "・点",
            "  ・入れ子",
            "- dash",
            "* star",
            "a  b    c   d",
            "表\t項目",
            "以下のように表示されればOK",
            "You should see:",
            "OK.",
            "普通の文章です。",
            "An ordinary sentence, with a comma.",
            "find the file",
            "http://example.com/a_b?c=[d]",
            "see <https://example.com/> *now* _x_ `y`",
            "```",
            "```bash",
            "~~~",
            "<user>@[host]",
            "password: hunter22",
            "mysql -u root -p'geheim' db",
            "echo \"open",
            "echo 'it''s'",
            "ｶﾀｶﾅ",
            "全角　空白　です",
            "ls　-l",
            "tar xf a.tgz ← これ",
            "cat <<EOF > /tmp/a",
            "EOF",
            "long \\",
            "{#id .exec}",
            "---",
            "title: x",
            "![img](x.png)",
            "[a]: http://b",
            "<script>alert(1)</script>",
            "<!-- c -->",
            "-->",
            "&amp; &lt;",
            "$(rm -rf /)",
            "> [!NOTE]",
            "> quote",
            "    indented",
            "\tindented",
            "| a | b |",
            "|---|---|",
            "__init__ **bold** ~~strike~~",
            "# 見出し",
            "#comment",
            "○○を入れる",
            "rm -rf [消す所]",
            "\u2028x",
            "e\u0301",
            "😀 絵文字",
            "a".repeat(500),
            "> ".repeat(60) + "deep",
            "1".repeat(300),
            "1.".repeat(150),
            "見".repeat(2100),
            "--",
            "'",
            "\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String memo(Random random) {
        int count = 1 + random.nextInt(60);
        StringBuilder text = new StringBuilder("始まり\n");
        for (int i = 0; i < count; i++) {
            String line = LINES.get(random.nextInt(LINES.size()));
            if (random.nextInt(8) == 0) {
                line = " ".repeat(random.nextInt(6)) + line + LINES.get(random.nextInt(LINES.size()));
            }
            text.append(line).append(random.nextInt(20) == 0 ? "\r\n" : "\n");
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private static Draft draft(String memo, boolean executable) {
        return MemoImport.of("m.txt", memo.getBytes(StandardCharsets.UTF_8), Optional.empty(), executable)
                .value()
                .orElseThrow();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void ofSomeHundredMemos() {
        int reworded = 0;
        int lines = 0;
        for (int seed = 0; seed < 400; seed++) {
            Draft draft = draft(memo(new Random(seed)), seed % 2 == 0);
            lines += draft.fates().size();
            reworded += check(draft, "seed " + seed);
        }
        assertTrue(reworded * 5 < lines, "the report stands in for the draft: " + reworded + " of " + lines);
    }

    /** Gives the number of lines that only the report has as they were. */
    private static int check(Draft draft, String where) {
        int count = draft.source().lineCount();
        int lines = draft.source().line(count).isEmpty() && count > 1 ? count - 1 : count;
        assertEquals(lines, draft.fates().size(), where);
        Map<String, Set<String>> words = new HashMap<>();
        draft.files().forEach((file, text) -> words.put(file, new HashSet<>(words(text))));
        String report = ReportWriter.text(draft, Language.EN);
        Map<String, Integer> last = new HashMap<>();
        int reworded = 0;
        for (int i = 0; i < lines; i++) {
            String text = draft.source().line(i + 1);
            Fate fate = draft.fates().get(i);
            String at = where + ", line " + (i + 1) + ": " + text;
            if (fate instanceof Placed placed) {
                boolean whole = Objects.requireNonNull(words.get(placed.file())).containsAll(words(text));
                assertTrue(whole || report.contains(text.strip()), at);
                reworded += whole ? 0 : 1;
                List<String> page = Objects.requireNonNull(draft.files().get(placed.file()))
                        .lines()
                        .toList();
                assertTrue(placed.line() <= page.size(), at);
                assertTrue(placed.line() >= last.getOrDefault(placed.file(), 0), at + " is out of order");
                last.put(placed.file(), placed.line());
                boolean shown = words(page.get(placed.line() - 1)).stream().anyMatch(w -> text.contains(w));
                assertTrue(
                        shown || words(text).isEmpty() || text.matches("(?s).*[\\[<＜].*"),
                        at + " is not at its place: " + page.get(placed.line() - 1));
            } else if (fate instanceof Left left && left.reason() != Reason.BLANK) {
                assertTrue(report.contains(text.strip()), at);
            } else {
                assertTrue(text.isBlank(), at);
            }
        }
        return reworded;
    }

    @Test
    void ourOwnReaderFindsNothingToMendInThem() throws IOException {
        for (int seed = 0; seed < 120; seed++) {
            Draft draft = draft(memo(new Random(seed)), seed % 2 == 0);
            var handbook = ImportGoldenTest.read(draft, folder.resolve("m" + seed));
            String errors = Checker.handbook(handbook, Progress.NONE).stream()
                    .filter(Diagnostic::isError)
                    .map(Diagnostic::toString)
                    .collect(Collectors.joining("\n"));
            assertEquals("", errors, "seed " + seed);
        }
    }

    @Test
    void anAccountTakesEachLineOnce() {
        Account account = new Account(2);
        account.place(1, "a.md", 1);
        assertThrows(IllegalStateException.class, () -> account.leave(1, Reason.BLANK));
        assertThrows(IllegalStateException.class, account::closed);
        account.leave(2, Reason.RULER);
        assertEquals(List.of(new Placed("a.md", 1), new Left(Reason.RULER)), account.closed());
    }

    @Test
    void aReadingHasNoGaps() {
        Memo memo = Memo.of(dev.runbook.source.SourceFile.of("m", "a\nb\n"), "UTF-8");
        Element blank = new Element.Nothing(1, Reason.BLANK);
        assertThrows(IllegalStateException.class, () -> new Reading(memo, List.of(blank), List.of()));
        assertThrows(IllegalStateException.class, () -> new Reading(memo, List.of(blank, blank), List.of()));
    }
}
