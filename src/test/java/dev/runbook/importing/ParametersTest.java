package dev.runbook.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes a parameter, and how it stands in code. */
class ParametersTest {
    private static Draft draft(String memo) {
        return MemoImport.of("m.txt", memo.getBytes(StandardCharsets.UTF_8), Optional.empty(), false)
                .value()
                .orElseThrow();
    }

    private static List<String> page(String memo) {
        return Objects.requireNonNull(draft(memo).files().get("memo/01-m.md"))
                .lines()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "# cp a [ファイル名]/x|cp a \"$FILE_NAME\"/x",
                "# echo \"あ [ファイル名]\"|echo \"あ ${FILE_NAME}\"",
                "# echo '[ファイル名]'|echo \"$FILE_NAME\"",
                "# echo 'a [ファイル名] b'|echo 'a '\"$FILE_NAME\"' b'",
                "# yum -y install [パッケージ]|yum -y install \"$PACKAGE\"",
                "# ping ＜ホスト名＞|ping \"$HOSTNAME\"",
                "# ls [パス]|ls \"$THE_PATH\"",
                "# grep [0-9] x|grep [0-9] x",
                "# mysql -e x < in > out|mysql -e x < in > out",
                "# mysqldump -u root -p\"ab cd\" x|mysqldump -u root -p\"${PASSWORD}\" x",
                "# curl -u me:hush77 http://h/|curl -u me:\"$PASSWORD\" http://h/",
                "# export API_TOKEN=abc123|export API_TOKEN=\"$API_TOKEN\"",
            })
    void inCode(String line, String code) {
        assertTrue(page(line).contains(code), () -> String.join("\n", page(line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "パスワード：Tora-2019",
                "password: Tora-2019",
                "$ mysql -pTora-2019 db",
                "$ PGPASSWORD='Tora-2019' psql db",
                "$ redis-cli -a Tora-2019 info",
                "$ echo Tora-2019 | passwd --stdin bob",
                "$ echo bob:Tora-2019 | sudo chpasswd",
                "$ sshpass -p Tora-2019 ssh h",
                "requirepass Tora-2019",
                "ALTER USER x PASSWORD 'Tora-2019';",
                "http://bob:Tora-2019@example.com/",
                "db_password = Tora-2019",
                "# Authorization: Bearer Tora-2019",
                "1. パスワード: Tora-2019",
                "■ PW：Tora-2019",
                "※ password=Tora-2019",
            })
    void secretsAreReplaced(String line) {
        Draft draft = draft(line + "\n次の行\n");
        String all = draft.files() + ReportWriter.text(draft, dev.runbook.i18n.Language.JA);
        assertTrue(!all.contains("Tora"), all);
        assertTrue(all.contains("[secret-replaced") || all.contains("secret-replaced"), all);
    }

    @Test
    void whatAsksAPersonIsSaid() {
        Draft draft =
                draft("# yum install a\n# yum -y install b\n# top\n# tail -f x\n# mysql -e 'show tables'\n# ls\n");
        assertEquals(
                List.of(1, 3, 4),
                draft.unsure().stream()
                        .filter(d -> d.code() == ImportCode.INTERACTIVE_PROGRAM)
                        .map(d -> d.span().startLine())
                        .toList());
    }

    @Test
    void whatOnlyLooksLikeASecretStays() {
        Draft draft = draft("password: required\npassword=$PW\nPASSWORD 'geheim' \nauth = md5\nパスワードは管理者に聞く\n");
        assertEquals(
                List.of("secret-replaced 3"),
                draft.unsure().stream()
                        .filter(d -> d.code() == ImportCode.SECRET_REPLACED)
                        .map(d -> d.code().id() + " " + d.span().startLine())
                        .toList());
    }
}
