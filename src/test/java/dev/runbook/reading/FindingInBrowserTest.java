package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed, pasted or composed leads to the section that answers it. */
class FindingInBrowserTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private static Path temp;

    private static SampleSite site;
    private static WebServer server;

    @BeforeAll
    static void serve() {
        site = SampleSite.build(temp);
        server = new WebServer(site.files());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Page search(String address) {
        Page page = BROWSER.open(1280, 800);
        page.navigate(address);
        page.keyboard().press("/");
        assertThat(input(page)).isFocused();
        return page;
    }

    private static Locator input(Page page) {
        return page.locator(".search-field input");
    }

    private static Locator chosen(Page page) {
        return page.locator(".found-section[aria-selected='true']");
    }

    @ParameterizedTest
    @CsvSource({
        "再起動, web/nginx.html#restart",
        "さいきどう, web/nginx.html#restart",
        "ｻｲｷﾄﾞｳ, web/nginx.html#restart",
        "saikidou, web/nginx.html#restart",
        "ﾚﾌﾟﾘｹｰｼｮﾝ, glossary/index.html#replication",
        "nginxの再起動, web/nginx.html#restart",
        "ＰｇＢｏｕｎｃｅｒの認証, database/pgbouncer.html#authentication",
        "pg_hba.conf, database/pgbouncer.html#authentication",
        "--dry-run, web/nginx.html#certificate",
        "/etc/nginx, web/nginx.html#restart",
        "DB_PORT=6432, database/pgbouncer.html#switch",
        "'nginx: [error] open() \"/run/nginx.pid\" failed (2: No such file or directory)', web/nginx.html",
        "bgBouncer, database/pgbouncer.html",
        "故障, index.html",
        "is:verified ポート, web/nginx.html",
        "is:failed 接続, database/pgbouncer.html#switch",
        "tag:backup データベース, database/backup.html",
    })
    void eachKindOfQueryOpensItsSection(String query, String address) {
        Page page = search(server.address("glossary/"));
        page.keyboard().insertText(query);
        assertThat(chosen(page)).hasAttribute("href", server.address(address));
        page.keyboard().press("Enter");
        page.waitForURL(server.address(address));
        int hash = address.indexOf('#');
        if (hash >= 0) {
            Sight.assertClear(page, address.substring(hash));
        }
    }

    @ParameterizedTest
    @CsvSource({"is:verified, web/nginx", "is:failed, database/pgbouncer", "tag:backup, database/backup"})
    void aFilterLeavesOutTheRest(String filter, String pageOfIt) {
        Page page = search(server.address(SampleSite.FRONT));
        page.keyboard().insertText("postgresql データベース nginx " + filter);
        assertThat(chosen(page)).isVisible();
        Object others = page.evaluate(
                "page => [...document.querySelectorAll('.found-section')].map(found => found.pathname)"
                        + ".filter(path => !path.includes(page))",
                pageOfIt);
        assertEquals(List.of(), others);
    }

    @Test
    void whatWasVerifiedIsSaidBesideAResult() {
        Page page = search(server.address(SampleSite.FRONT));
        page.keyboard().insertText("nginx が起動しない");
        assertThat(chosen(page).locator(".badge-passed")).hasText("検証済み");
        input(page).fill("PgBouncer のインストール");
        assertThat(chosen(page).locator(".badge-failed")).hasText("検証で失敗");
    }

    @Test
    void theKeysOfAnInputMethodStayItsOwn() {
        Page page = search(server.address(SampleSite.FRONT));
        CDPSession devtools = page.context().newCDPSession(page);
        compose(devtools, "せつぞ");
        assertThat(page.locator(".found-section")).not().hasCount(0);
        compose(devtools, "せつぞくぷーる");
        assertThat(chosen(page)).hasAttribute("href", server.address("glossary/index.html#pool"));
        for (String key : new String[] {"ArrowDown", "ArrowUp", "Enter", "Escape"}) {
            // As a browser sends what the input method takes for itself: with 229 for its code.
            key(devtools, key, 229);
            assertThat(chosen(page)).hasAttribute("href", server.address("glossary/index.html#pool"));
        }
        // As others do: with its own code, and the word that it is composing.
        key(devtools, "Escape", 27);
        assertThat(page.locator(".search-box")).isVisible();
        assertEquals(server.address(SampleSite.FRONT), page.url());
        JsonObject text = new JsonObject();
        text.addProperty("text", "接続プール");
        devtools.send("Input.insertText", text);
        assertThat(input(page)).hasValue("接続プール");
        assertThat(chosen(page)).hasAttribute("href", server.address("glossary/index.html#pool"));
        // Some browsers say that the composing ended before they send the key that ended it.
        key(devtools, "Enter", 229);
        assertThat(page.locator(".search-box")).isVisible();
        assertEquals(server.address(SampleSite.FRONT), page.url());
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-box")).isHidden();
        page.keyboard().press("/");
        page.keyboard().press("Enter");
        page.waitForURL(server.address("glossary/index.html#pool"));
    }

    private static void compose(CDPSession devtools, String text) {
        JsonObject composing = new JsonObject();
        composing.addProperty("text", text);
        composing.addProperty("selectionStart", text.length());
        composing.addProperty("selectionEnd", text.length());
        devtools.send("Input.imeSetComposition", composing);
    }

    private static void key(CDPSession devtools, String key, int code) {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", key);
            event.addProperty("code", key);
            event.addProperty("windowsVirtualKeyCode", code);
            devtools.send("Input.dispatchKeyEvent", event);
        }
    }

    @Test
    void escapeGivesTheFocusBack() {
        Page page = BROWSER.open(1280, 800);
        page.navigate(server.address(SampleSite.FRONT));
        Locator link = page.locator("main table a").first();
        link.focus();
        page.keyboard().press("Control+k");
        assertThat(input(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-box")).isHidden();
        assertThat(link).isFocused();
    }

    @Test
    void theNumberOfResultsIsSaidWhereItIsHeard() {
        Page page = search(server.address(SampleSite.FRONT));
        page.keyboard().insertText("接続プール");
        // Outside of a modal dialog everything is inert, and nothing there is announced.
        assertThat(page.locator(".search-box [role=status]")).containsText("件");
    }

    @Test
    void allOfItWorksFromADisk() {
        Page page = search(site.folder().resolve(SampleSite.POOL).toUri().toString());
        page.keyboard().insertText("is:verified saikidou");
        String address = site.folder().resolve(SampleSite.NGINX).toUri() + "#restart";
        assertThat(chosen(page)).hasAttribute("href", address);
        page.keyboard().press("Enter");
        page.waitForURL(address);
        Sight.assertClear(page, "#restart");
    }

    @Test
    void aSectionOfThisVeryPageIsLedToWithoutLoadingItAnew() {
        Page page = BROWSER.open(1280, 800);
        // As in a browser that lets no page of a disk change its address.
        page.addInitScript("History.prototype.replaceState = () => { throw new DOMException('denied'); }");
        page.navigate(server.address(SampleSite.NGINX));
        page.evaluate("window.same = true");
        page.keyboard().press("/");
        page.keyboard().insertText("--dry-run");
        assertThat(chosen(page)).hasAttribute("href", server.address(SampleSite.NGINX + "#certificate"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".search-box")).isHidden();
        Sight.assertClear(page, "#certificate");
        assertEquals(true, page.evaluate("window.same"));
    }

    @Test
    void onAPhoneABadgeIsBesideItsPage() {
        Page page = BROWSER.open(390, 844);
        page.navigate(server.address("index.html"));
        page.locator(".tool.search-open").click();
        input(page).fill("pgbouncer");
        assertThat(page.locator(".found .badge").first()).isVisible();
        assertEquals(
                List.of(),
                page.evaluate("[...document.querySelectorAll('.found .badge')].filter(badge => Math.abs("
                        + "badge.getBoundingClientRect().top - badge.parentElement.getBoundingClientRect().top) > 8)"
                        + ".map(badge => badge.parentElement.textContent)"));
    }
}
