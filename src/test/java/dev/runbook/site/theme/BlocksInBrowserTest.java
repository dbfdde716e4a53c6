package dev.runbook.site.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copying, filling in and ticking off, as a reader does it. */
class BlocksInBrowserTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static WebServer server;
    private Page page;

    @BeforeAll
    static void serve() {
        server = new WebServer(SampleSite.files());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        page = BROWSER.open(1280, 900);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(server.address(SampleSite.RUNBOOK));
    }

    private String copied(String step) {
        // The button may still speak of the copy before.
        page.evaluate("navigator.clipboard.writeText('nothing')");
        page.locator("#" + step + " .copy").click();
        assertThat(page.locator("#" + step + " .copy")).hasText("コピーしました");
        page.waitForCondition(() -> !clipboard().equals("nothing"));
        return clipboard();
    }

    private String clipboard() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    private Locator field(String name) {
        return page.locator("[data-field=" + name + "]");
    }

    private String shown(String quote) {
        return page.locator("#all-quotes [data-param=NOTE][data-quote=" + quote + "]")
                .textContent();
    }

    @Test
    void aConsoleIsCopiedWithoutPromptsAndOutput() {
        assertEquals("systemctl is-active pgbouncer\nprintf '%s\\n' \\\na\ntrue", copied("installed"));
    }

    @Test
    void aCommandIsNotCarriedOutByPasting() {
        assertFalse(copied("install-package").endsWith("\n"));
    }

    @Test
    void filesAndPatchesKeepTheirLastNewline() {
        assertTrue(copied("write-ini").endsWith("6432\n"));
        assertTrue(copied("patch-hba").startsWith("--- /var/lib"));
        assertTrue(copied("patch-hba").endsWith("# IPv6 local connections:\n"));
    }

    @Test
    void copyingIsAnnounced() {
        copied("install-package");
        assertThat(page.locator("[role=status]")).hasText("コピーしました");
    }

    @Test
    void copyingWorksWithoutClipboardInterface() {
        Page old = BROWSER.open(1280, 900);
        old.addInitScript("delete Navigator.prototype.clipboard");
        old.navigate(server.address(SampleSite.RUNBOOK));
        old.locator("#installed .copy").click();
        assertThat(old.locator("#installed .copy")).hasText("コピーしました");
        old.locator("[data-field=NOTE]").focus();
        old.keyboard().press("Control+v");
        assertTrue(old.locator("[data-field=NOTE]").inputValue().startsWith("systemctl is-active pgbouncer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleSite.RUNBOOK, SampleSite.VERIFIED})
    void theKeyboardReachesWhatScrollsAndNothingElse(String path) {
        Page phone = BROWSER.open(320, 640);
        phone.navigate(server.address(path));
        String wrong = "[...document.querySelectorAll('pre, .scroll')].filter(box => box.checkVisibility()"
                + " && (box.tabIndex === 0) !== (box.scrollWidth > box.clientWidth)).map(box => box.textContent)";
        assertEquals(List.of(), phone.evaluate(wrong));
        assertTrue(
                (Boolean) phone.evaluate("[...document.querySelectorAll('pre, .scroll')].some(b => b.tabIndex === 0)"));
        phone.evaluate("document.querySelectorAll('main details').forEach(folded => { folded.open = true; })");
        phone.waitForCondition(() -> phone.evaluate(wrong).equals(List.of()));
    }

    @Test
    void phrasesKeepTogetherInProseAndNotInCode() {
        String breaks = "element => getComputedStyle(element).wordBreak";
        assertEquals("auto-phrase", page.locator(".text p").first().evaluate(breaks));
        for (String code : List.of("#install-package pre", ".text p code", "[data-field=DB_NAME]")) {
            assertEquals("normal", page.locator(code).first().evaluate(breaks), code);
        }
    }

    @Test
    void theTextOfATaskFlowsAroundItsCode() {
        Object gap = page.locator(".task code")
                .first()
                .evaluate("code => { const text = document.createRange(); text.selectNode(code.previousSibling);"
                        + " return code.getBoundingClientRect().left - text.getBoundingClientRect().right; }");
        assertTrue(((Number) gap).doubleValue() < 2, "the code stands in a column of its own: " + gap);
    }

    @Test
    void defaultsAreFilledInFromTheStart() {
        assertTrue(copied("write-ini").startsWith("[databases]\nmastodon_production = host"));
        assertEquals("\"$NOTE\"", shown("shell_word"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain_1",
                "two words",
                "it's \"$HOME\" `id` \\ \\\\ !1 ! ; rm -rf / & | < > ( ) * ? ~ # %",
                "'; DROP TABLE users; --",
                "-n",
                "日本語 ' と \"",
                "$(touch /tmp/never)"
            })
    void aValueIsDataWhereverItStands(String value) throws Exception {
        field("NOTE").fill(value);
        assertEquals(value, bash("printf '%s' " + shown("shell_word")));
        assertEquals(value, bash("printf '%s' \"" + shown("shell_double") + "\""));
        assertEquals("'" + value.replace("'", "''") + "'", sql("NOTE", "sql_literal"));
        if (!value.contains("!")) {
            // A here-document has no way to write an exclamation mark that an interactive shell leaves alone.
            assertEquals(value + "\n", bash("cat <<END\n" + shown("shell_heredoc") + "\nEND"));
        }
    }

    @Test
    void anIdentifierIsQuotedForSql() {
        assertEquals("\"mastodon_production\"", sql("DB_NAME", "sql_identifier"));
        assertEquals("\"a\"\"b\"", page.evaluate("runbook.quote('sql_identifier', 'a\"b')"));
        assertEquals("as it is", page.evaluate("runbook.quote('raw', 'as it is')"));
    }

    private String sql(String name, String quote) {
        return page.locator("#set-password [data-param=" + name + "][data-quote=" + quote + "]")
                .textContent();
    }

    /** What an interactive shell's reading of the script prints: history expansion is on. */
    private static String bash(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "--norc")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream()
                .write(("set -o history\nset -o histexpand\n" + script + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void valuesStayInThisBrowserAndCanBeTakenBack() {
        field("DB_NAME").fill("other");
        page.reload();
        assertThat(field("DB_NAME")).hasValue("other");
        assertTrue(copied("write-ini").contains("\nother = host"));
        page.navigate(server.address(SampleSite.RUNBOOK_EN));
        assertThat(field("DB_NAME")).hasValue("other");
        page.getByText("Restore defaults").click();
        assertThat(field("DB_NAME")).hasValue("mastodon_production");
        assertEquals(0, page.evaluate("Object.keys(localStorage).length"));
    }

    @Test
    void aValueThatDoesNotMatchIsNotFilledIn() {
        field("DB_NAME").fill("No Good");
        assertThat(page.getByText("この形式に合いません：[a-z_][a-z0-9_]*")).isVisible();
        assertThat(field("DB_NAME")).hasAttribute("aria-invalid", "true");
        assertTrue(copied("write-ini").contains("\n${DB_NAME} = host"));
        field("DB_NAME").fill("good");
        assertThat(field("DB_NAME")).not().hasAttribute("aria-invalid", "true");
        assertTrue(copied("write-ini").contains("\ngood = host"));
    }

    @Test
    void aSecretHasNoFieldAndIsNeverFilledIn() {
        assertThat(field("DB_PASSWORD")).hasCount(0);
        assertTrue(copied("all-quotes").contains("PGPASSWORD=\"$DB_PASSWORD\" psql mastodon_production"));
        page.locator(".secret .copy").click();
        assertEquals(
                "IFS= read -rsp 'DB_PASSWORD: ' DB_PASSWORD && export DB_PASSWORD",
                page.evaluate("navigator.clipboard.readText()"));
    }

    @Test
    void ticksAreRememberedAndCanBeCleared() {
        page.locator("#install-package .tick").click();
        page.locator("#verify-task-1").check();
        assertThat(page.locator(".progress")).containsText("2 / 6 済み");
        page.reload();
        assertThat(page.locator("#install-package [data-task]")).isChecked();
        assertThat(page.locator("#verify-task-1")).isChecked();
        assertThat(page.locator("#patch-hba [data-task]")).not().isChecked();
        assertThat(page.locator(".progress")).containsText("最後のチェック：");
        page.getByText("チェックをすべて外す").click();
        page.reload();
        assertThat(page.locator("[data-task]:checked")).hasCount(0);
    }

    @Test
    void everythingWorksWhereStorageIsDenied() {
        Page denied = BROWSER.open(1280, 900);
        denied.addInitScript(
                "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }})");
        denied.navigate(server.address(SampleSite.RUNBOOK));
        denied.locator("[data-field=DB_NAME]").fill("other");
        assertThat(denied.locator("#write-ini .param")).hasText("other");
        denied.locator("#install-package .tick").click();
        denied.locator(".theme").click();
        assertThat(denied.locator("html")).hasAttribute("data-theme", "light");
        assertThat(denied.locator(".progress")).containsText("1 / 6 済み");
    }

    @Test
    void rubbishInStorageDoesNoHarm() {
        page.evaluate("for (const what of ['values', 'ticks']) localStorage.setItem(runbook.pageKey(what), '[{')");
        page.evaluate("localStorage.setItem('runbook:theme', 'mauve')");
        page.reload();
        assertThat(page.locator("#write-ini .param")).hasText("mastodon_production");
        assertThat(page.locator("html")).hasAttribute("data-theme", "auto");
    }
}
