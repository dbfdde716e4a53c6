package dev.runbook.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.app.ImportMemo;
import dev.runbook.i18n.Language;
import dev.runbook.importing.Account.Left;
import dev.runbook.importing.Account.Reason;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticPrinter;
import dev.runbook.testing.Golden;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no memo, what can hardly be one, and the encodings of those that are. */
class RefusedMemosTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Draft draft(byte[] bytes, Optional<String> encoding) {
        return MemoImport.of("m.txt", bytes, encoding, true).value().orElseThrow();
    }

    private static Draft draft(String memo) {
        return draft(memo.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @Test
    void refusalsSayWhatToDo() throws IOException {
        byte[] noise = new byte[3000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0x80);
        }
        List<Diagnostic> found = new ArrayList<>();
        found.addAll(refused(new byte[0], Optional.empty()));
        found.addAll(refused(" \n\u3000\n".getBytes(StandardCharsets.UTF_8), Optional.empty()));
        found.addAll(refused(new byte[] {'a', 0, 'b'}, Optional.empty()));
        found.addAll(refused(noise, Optional.empty()));
        found.addAll(refused("a".getBytes(StandardCharsets.UTF_8), Optional.of("KOI8-R")));
        found.addAll(refused(new byte[(2 << 20) + 1], Optional.empty()));
        found.addAll(refused("a\n".repeat(30_001).getBytes(StandardCharsets.UTF_8), Optional.empty()));
        found.addAll(ImportMemo.read(folder.resolve("none.txt"), "none.txt", Optional.empty(), false)
                .diagnostics());
        Path out = folder.resolve("out");
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine.md"), "");
        Files.writeString(folder.resolve("out-report.md"), "");
        found.addAll(ImportMemo.write(draft("メモ"), out, Language.JA).diagnostics());
        for (Language language : Language.values()) {
            Function<String, String> shown = file -> file.replace(folder + "/", "");
            DiagnosticPrinter printer = new DiagnosticPrinter(language, false, shown, file -> Optional.empty());
            StringBuilder text = new StringBuilder();
            found.forEach(d -> text.append(printer.print(d)));
            new Golden("import").check("refused." + language.code() + ".txt", text.toString());
        }
        assertEquals("", Files.readString(folder.resolve("out-report.md")), "overwritten");
    }

    private static List<Diagnostic> refused(byte[] bytes, Optional<String> encoding) {
        var read = MemoImport.of("memo.txt", bytes, encoding, false);
        assertTrue(read.value().isEmpty());
        return read.diagnostics();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF-8",
        "windows-31j,Shift_JIS",
        "EUC-JP,EUC-JP",
        "ISO-2022-JP,ISO-2022-JP",
    })
    void encodingsAreFoundOut(String charset, String name) {
        String memo = "＜再起動＞\r\n１．サービスを止める。\r\n# systemctl stop httpd\r\n";
        Draft draft = draft(memo.getBytes(Charset.forName(charset)), Optional.empty());
        assertEquals(name, draft.encoding());
        assertEquals(memo.replace("\r", ""), draft.source().text());
        Draft named =
                draft(memo.getBytes(Charset.forName(charset)), Optional.of(name.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(draft.files(), named.files());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheMemo() {
        byte[] wide = "\uFEFF■見出し\n本文\n".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("■見出し\n本文\n", draft(wide, Optional.empty()).source().text());
        assertEquals("■見出し\n本文\n", draft("\uFEFF■見出し\n本文\n").source().text());
    }

    @Test
    void columnsAreThoseOfTheFileAlsoBehindSecrets() {
        Draft draft = draft("$ mysql -u a -p'x9!zzz' -h [ホスト] db　x\r\n");
        List<String> places = draft.unsure().stream()
                .map(d -> d.code().id() + " " + d.span().startLine() + ":"
                        + d.span().startColumn() + "-" + d.span().endColumn())
                .toList();
        assertTrue(places.contains("secret-replaced 1:17-23"), places.toString());
        assertTrue(places.contains("full-width-character 1:36-37"), places.toString());
    }

    @Test
    void aLineOfAMegabyteIsInTheReport() {
        for (String part : List.of("a", "> ", "[x] ", "'", "見", "sudo | ", "1.", "<a")) {
            Draft draft =
                    draft("始まり\n" + part.repeat((1 << 20) / part.length() / (part.equals("見") ? 3 : 1)) + "\n終わり\n");
            assertEquals(new Left(Reason.OVERLONG), draft.fates().get(1), part);
            assertTrue(ReportWriter.text(draft, Language.JA).length() > 300_000, part);
        }
    }

    @Test
    void manyLinesOfOneKindAreStillADraft() {
        for (String line : List.of(
                "-----",
                "```x",
                "＜見出し＞",
                "■a",
                "# ls",
                "$ cd x",
                "> x",
                "key = value",
                "1. x",
                "・x",
                "※x",
                "cat <<EOF",
                "a \\",
                "'",
                "以下のように表示",
                "vi /etc/x")) {
            Draft draft = draft((line + "\n").repeat(5_000));
            assertEquals(5_000, draft.fates().size(), line);
        }
    }

    @Test
    void aMemoOfRulersAloneIsAllInTheReport() {
        Draft draft = draft("-----\n=====\n\n*****\n");
        assertEquals(
                List.of(Reason.RULER, Reason.RULER, Reason.BLANK, Reason.RULER),
                draft.fates().stream().map(f -> ((Left) f).reason()).toList());
    }
}
