package dev.runbook.site.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runbook.site.Site;
import dev.runbook.testing.Axe;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialog as readers use it: by keys, while an input method composes, on a phone, from a disk. */
final class SearchInBrowserTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private Path folder;

    private static Map<String, byte[]> files = Map.of();
    private static WebServer server;

    @BeforeAll
    static void serve() {
        files = files(SampleSearch.site());
        server = new WebServer(files);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, byte[]> files(Site site) {
        Map<String, byte[]> all = new TreeMap<>(site.files());
        all.putAll(new IndexFiles(site.search(), new IndexFiles.Sizes(0, 200, 3, 500)).files());
        for (String page : site.pages()) {
            all.put(page, site.render(page).orElseThrow().getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static Page open(int width, String path) {
        Page page = BROWSER.open(width, 800);
        page.navigate(server.address(path));
        return page;
    }

    private static Locator selected(Page page) {
        return page.locator(".found-section[aria-selected='true']");
    }

    @ParameterizedTest
    @CsvSource({
        "再起動, web/nginx.html#restart",
        "さいきどう, web/nginx.html#restart",
        "saikidou, web/nginx.html#restart",
        "ﾚﾌﾟﾘｹｰｼｮﾝ, database/backup.html#terms",
        "pg_hba.conf, database/pgbouncer.html#authentication",
        "--dry-run, web/nginx.html#certificate",
        "DB_PORT=6432, database/pgbouncer.html#switch",
        "bgBouncer, database/pgbouncer.html",
        "'nginx: [error] open() \"/run/nginx.pid\" failed', web/nginx.html",
    })
    void aResultIsOpenedAtItsSection(String query, String address) {
        Page page = open(1280, "index.html");
        page.keyboard().press("/");
        page.keyboard().insertText(query);
        assertThat(selected(page)).hasAttribute("href", server.address(address));
        page.keyboard().press("Enter");
        page.waitForURL(server.address(address));
    }

    @Test
    void keysAloneAreEnough() {
        Page page = open(1280, "index.html");
        page.keyboard().press("Control+k");
        Locator input = page.locator(".search-field input");
        assertThat(input).isFocused();
        page.keyboard().insertText("サーバー");
        Locator options = page.locator(".found-section");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        assertThat(input).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        assertThat(input).hasAttribute("aria-activedescendant", "rb.found.1");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(options.last()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-box")).isHidden();
        assertEquals(server.address("index.html"), page.url());
    }

    @Test
    void anInputMethodKeepsItsKeysAndTheSearchGoesOn() {
        Page page = open(1280, "index.html");
        page.keyboard().press("/");
        CDPSession devtools = page.context().newCDPSession(page);
        JsonObject composing = new JsonObject();
        composing.addProperty("text", "さいきどう");
        composing.addProperty("selectionStart", 5);
        composing.addProperty("selectionEnd", 5);
        devtools.send("Input.imeSetComposition", composing);
        assertThat(selected(page)).hasAttribute("href", server.address("web/nginx.html#restart"));
        for (String key : new String[] {"ArrowDown", "Enter", "Escape"}) {
            Object prevented = page.locator(".search-field input")
                    .evaluate(
                            "(input, key) => !input.dispatchEvent(new KeyboardEvent('keydown', {key, isComposing: true,"
                                    + " bubbles: true, cancelable: true}))",
                            key);
            assertEquals(false, prevented, key);
        }
        assertThat(page.locator(".search-box")).isVisible();
        assertEquals(server.address("index.html"), page.url());
    }

    @Test
    void aSlashInAFieldIsASlash() {
        Page page = open(1280, "index.html");
        page.keyboard().press("/");
        page.keyboard().type("/etc/nginx");
        assertThat(page.locator(".search-field input")).hasValue("/etc/nginx");
        assertThat(selected(page)).hasAttribute("href", server.address("web/nginx.html#restart"));
    }

    @Test
    void theOtherLanguageStandsBelow() {
        Page page = open(1280, "index.html");
        page.keyboard().press("/");
        page.keyboard().insertText("nginx");
        assertThat(page.locator("[role='group'] .found-section").first()).hasAttribute("lang", "en");
        assertThat(page.locator(".found > .found-section").first()).not().hasAttribute("lang", "en");
        assertTrue(page.locator(".found mark").count() > 0);
    }

    @Test
    void aWordThatIsMistypedIsMended() {
        Page page = open(1280, "index.html");
        page.keyboard().press("/");
        page.keyboard().insertText("pgbuoncer");
        assertThat(page.locator(".search-note")).containsText("「PgBouncer」の結果です");
        page.locator(".search-field input").fill("xyzzy");
        assertThat(page.locator(".search-note")).containsText("「xyzzy」は見つかりませんでした");
        assertThat(page.locator(".found-section")).hasCount(0);
    }

    @Test
    void anAddressHoldsAQuery() {
        Page page = open(1280, "index.html?q=pg_hba.conf");
        assertThat(page.locator(".search-field input")).hasValue("pg_hba.conf");
        selected(page).click();
        page.waitForURL(server.address("database/pgbouncer.html#authentication"));
        page.goBack();
        assertThat(page.locator(".search-field input")).hasValue("pg_hba.conf");
    }

    @Test
    void aPhoneHasTheWholeScreenForIt() {
        Page page = open(390, "index.html");
        page.locator(".search-open").first().click();
        page.keyboard().insertText("再起動");
        assertThat(selected(page)).isVisible();
        assertEquals(390.0, page.locator(".search-box").boundingBox().width);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        page.locator(".search-field button").click();
        assertThat(page.locator(".search-box")).isHidden();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nobodyIsShutOut(ColorScheme colours) {
        Page page = BROWSER.open(new NewContextOptions().setColorScheme(colours));
        page.navigate(server.address("index.html"));
        page.keyboard().press("/");
        page.keyboard().insertText("nginx");
        assertThat(selected(page)).isVisible();
        Axe.assertNobodyIsShutOut(page, ".search-box");
    }

    @Test
    void itWorksFromADisk() throws IOException {
        Node.write(folder, files);
        Page page = BROWSER.open(1280, 800);
        page.navigate(folder.resolve("web/nginx.html").toUri().toString());
        page.keyboard().press("/");
        page.keyboard().insertText("せつぞくさき");
        assertThat(selected(page))
                .hasAttribute("href", folder.resolve("database/pgbouncer.html").toUri() + "#switch");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("database/pgbouncer.html#switch"));
    }

    @Test
    void withoutScriptsThereIsAHintAndNoButton() {
        Page page = BROWSER.open(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(server.address("index.html"));
        assertFalse(page.locator(".search-open").first().isVisible());
        assertThat(page.locator(".search-slot .unscripted")).isVisible();
    }
}
