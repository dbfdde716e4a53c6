package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was opened stays readable when the server it came from is down, ill or silent. */
class OfflineInBrowserTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private static Path temp;

    private static Map<String, byte[]> files = Map.of();
    private WebServer server = new WebServer(Map.of());

    @BeforeAll
    static void build() {
        files = SampleSite.build(temp).files();
    }

    @BeforeEach
    void serve() {
        server.close();
        server = new WebServer(files);
    }

    @AfterEach
    void stop() {
        server.close();
        BROWSER.forgetThatNothingAnswered();
    }

    /** Pages that a reader opened, the last of which is open. */
    private Page read(String... paths) {
        Page page = BROWSER.open(1280, 844);
        for (String path : paths) {
            page.navigate(server.address(path));
            // The worker keeps the page that it found open.
            page.waitForCondition(() -> page.evaluate("caches.match(location.href).then(kept => kept !== undefined)")
                    .equals(true));
        }
        return page;
    }

    private static void assertIsCopyOfThePool(Page page) {
        assertThat(page.locator("h1")).hasText("PgBouncer のインストール");
        assertThat(page.locator(".copy-note")).containsText("写し");
        assertThat(page.locator("#package .copy")).isVisible();
        assertEquals("sticky", page.evaluate("getComputedStyle(document.querySelector('.top')).position"));
    }

    @Test
    void whenItIsDown() {
        Page page = read(SampleSite.POOL, SampleSite.NGINX);
        server.close();
        page.navigate(server.address(SampleSite.POOL));
        assertIsCopyOfThePool(page);
        page.navigate(server.address("database/backup.html"));
        assertThat(page.locator(".again")).hasAttribute("href", server.address("database/backup.html"));
        assertThat(page.locator(".kept a")).hasCount(2);
        page.locator(".kept a", new Page.LocatorOptions().setHasText("nginx が起動しない"))
                .click();
        page.waitForURL(server.address(SampleSite.NGINX));
        assertThat(page.locator("h1")).hasText("nginx が起動しない");
    }

    @Test
    void whatIsHereIsListedInTheReadersLanguage() {
        Page page = read(SampleSite.NGINX, "en/" + SampleSite.POOL);
        server.close();
        page.navigate(server.address("en/" + SampleSite.NGINX));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".kept a")).hasCount(1);
        assertThat(page.locator(".kept a")).hasAttribute("href", server.address("en/" + SampleSite.POOL));
    }

    @Test
    void whenItsServiceIsDownBehindIt() {
        Page page = read(SampleSite.POOL);
        server.answerAllWith(503);
        page.navigate(server.address(SampleSite.POOL));
        assertIsCopyOfThePool(page);
    }

    @Test
    void whenItTakesWhatIsAskedAndIsSilent() {
        Page page = read(SampleSite.POOL);
        server.fallSilent();
        page.navigate(server.address(SampleSite.POOL));
        assertIsCopyOfThePool(page);
    }

    @Test
    void whatWasLookedForIsFoundAgain() {
        Page page = read(SampleSite.NGINX, SampleSite.POOL);
        assertIsFound(page);
        server.close();
        page.navigate(server.address(SampleSite.NGINX));
        assertThat(page.locator(".copy-note")).isVisible();
        assertIsFound(page);
        page.keyboard().press("Enter");
        page.waitForURL(server.address(SampleSite.POOL + "#authentication"));
        Sight.assertClear(page, "#authentication");
    }

    private void assertIsFound(Page page) {
        page.keyboard().press("/");
        page.keyboard().insertText("pg_hba.conf");
        Locator chosen = page.locator(".found-section[aria-selected='true']");
        assertThat(chosen).hasAttribute("href", server.address(SampleSite.POOL + "#authentication"));
    }
}
