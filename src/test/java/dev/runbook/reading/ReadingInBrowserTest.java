package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A runbook is read and followed: at a desk, on a phone, on paper, and when the server it came from is down. */
class ReadingInBrowserTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private static Path temp;

    private static SampleSite site;
    private static Map<String, byte[]> files = Map.of();
    private static WebServer server;

    @BeforeAll
    static void serve() {
        site = SampleSite.build(temp);
        files = site.files();
        server = new WebServer(files);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Page open(int width, String path) {
        Page page = BROWSER.open(width, 844);
        page.navigate(server.address(path));
        return page;
    }

    private static String copied(Page page, String step) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("navigator.clipboard.writeText('nothing')");
        page.locator("#" + step + " .copy").click();
        page.waitForCondition(
                () -> !page.evaluate("navigator.clipboard.readText()").equals("nothing"));
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void theLanguageIsSwitchedOnTheSectionThatIsRead() {
        Page page = open(1280, SampleSite.POOL);
        page.locator("#authentication")
                .evaluate("heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})");
        assertThat(page.locator(".contents a[aria-current=true]")).hasText("認証を設定する");
        page.locator(".languages a").click();
        page.waitForURL(server.address("en/" + SampleSite.POOL + "#authentication"));
        assertThat(page.locator("#authentication")).isInViewport();
        page.locator(".languages a").click();
        page.waitForURL(server.address(SampleSite.POOL + "#authentication"));
    }

    @Test
    void valuesAreFilledInAndCopiedWithoutPrompts() {
        Page page = open(1280, SampleSite.POOL);
        page.locator("[data-field=DB_NAME]").fill("social");
        assertEquals(
                "pgbouncer --version\npsql -l \\\n-d social",
                copied(page, "version").replace("\"", "").replace("'", ""));
        assertTrue(copied(page, "ini").startsWith("[databases]\nsocial = host=127.0.0.1\n"));
        assertEquals("PGPASSWORD=\"$DB_PASSWORD\" psql social -c 'SELECT 1'", copied(page, "password"));
    }

    @Test
    void ticksAreStillThereAfterAReloadAndInTheOtherLanguage() {
        Page page = open(390, SampleSite.POOL);
        page.locator("#package .tick").click();
        page.getByLabel("利用者に知らせる").check();
        page.reload();
        assertThat(page.locator("#package [data-task]")).isChecked();
        assertThat(page.getByLabel("利用者に知らせる")).isChecked();
        page.navigate(server.address("en/" + SampleSite.POOL));
        assertThat(page.locator("[data-task]:checked")).hasCount(2);
        assertThat(page.getByLabel("Tell the users")).isChecked();
    }

    @Test
    void whatWasOpenedStaysReadableWhenTheServerIsDown() {
        WebServer mortal = new WebServer(files);
        Page page;
        try {
            page = BROWSER.open(1280, 844);
            page.navigate(mortal.address(SampleSite.POOL));
            // The worker keeps the page that it found open.
            Page open = page;
            page.waitForCondition(() -> isKept(open));
            page.navigate(mortal.address(SampleSite.NGINX));
            page.waitForCondition(() -> isKept(open));
        } finally {
            mortal.close();
        }
        page.navigate(mortal.address(SampleSite.POOL));
        assertThat(page.locator("h1")).hasText("PgBouncer のインストール");
        assertThat(page.locator(".copy-note")).containsText("写し");
        assertThat(page.locator("#package .copy")).isVisible();
        assertEquals("sticky", page.evaluate("getComputedStyle(document.querySelector('.top')).position"));
        page.navigate(mortal.address("database/backup.html"));
        assertThat(page.locator(".kept a")).hasCount(2);
        page.locator(".kept a", new Page.LocatorOptions().setHasText("nginx が起動しない"))
                .click();
        page.waitForURL(mortal.address(SampleSite.NGINX));
        assertThat(page.locator("h1")).hasText("nginx が起動しない");
        // That the server is not there is what the browser complains about.
        BROWSER.forgetComplaints();
    }

    private static boolean isKept(Page page) {
        return (boolean) page.evaluate("caches.match(location.href).then(kept => kept !== undefined)");
    }

    @Test
    void onPaperItIsAListToTick() {
        Page page = open(1280, SampleSite.POOL);
        page.locator("[data-field=DB_NAME]").fill("social");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String gone : List.of(".top", ".navigation", ".contents", "#package .copy")) {
            assertThat(page.locator(gone)).isHidden();
        }
        for (String step : List.of("package", "hba", "ini", "port", "password")) {
            assertThat(page.locator("#" + step + " .tick span")).isVisible();
        }
        for (String step : List.of("package", "version", "hba", "ini", "port", "password", "answers", "remove")) {
            assertThat(page.locator("#" + step + " pre").first()).isVisible();
        }
        assertThat(page.getByLabel("利用者に知らせる")).isVisible();
        assertThat(page.locator("#ini .param").first()).hasText("social");
        assertThat(page.locator("#answers pre").first()).containsText("active");
        // Long lines are broken: there is no scrolling on paper.
        assertEquals(
                List.of(),
                page.evaluate("[...document.querySelectorAll('pre')].filter(pre => pre.checkVisibility() &&"
                        + " pre.scrollWidth > pre.clientWidth + 1).map(pre => pre.textContent)"));
    }

    @Test
    void theFirstStopOfTheKeyboardSkipsToTheText() {
        Page page = open(1280, SampleSite.POOL);
        page.keyboard().press("Tab");
        Locator skip = page.locator(".skip");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertEquals(true, page.evaluate("document.activeElement.closest('main') !== null"));
    }

    @ParameterizedTest
    @CsvSource({"index.html, 1280", "database/pgbouncer.html, 1280", "database/pgbouncer.html, 390", "status/, 390"})
    void theKeyboardReachesEverythingAndShowsWhere(String path, int width) {
        Page page = open(width, path);
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        Object all = page.evaluate("(window.stops = [...document.querySelectorAll("
                + "'a[href], button, input, textarea, summary, [tabindex=\"0\"]')].filter(stop => stop.checkVisibility({visibilityProperty: true})"
                + " && !stop.disabled)).length");
        assertTrue(((Number) all).intValue() > 5, all::toString);
        page.evaluate("window.reached = new Set(); window.unseen = [];"
                + " document.addEventListener('focusin', ({target}) => { reached.add(target);"
                + " const shown = [target, ...target.parentElement?.closest('label')?.children ?? []].some(part => {"
                + "   const style = getComputedStyle(part); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1;"
                + " }); if (!shown) unseen.push(target.outerHTML); })");
        for (int i = 0; i < ((Number) all).intValue() + 2; i++) {
            page.keyboard().press("Tab");
        }
        assertEquals(
                List.of(),
                page.evaluate("stops.filter(stop => !reached.has(stop)).map(stop => stop.outerHTML)"),
                "never reached");
        assertEquals(List.of(), page.evaluate("unseen"), "focus that is not seen");
    }

    @Test
    void aPhonesMenuOpensLeadsAndCloses() {
        Page page = open(390, SampleSite.POOL);
        page.locator(".menu").click();
        assertThat(page.locator(".navigation")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".navigation")).isHidden();
        assertThat(page.locator(".menu")).isFocused();
        page.locator(".menu").click();
        page.locator(".navigation a", new Page.LocatorOptions().setHasText("Web サーバー"))
                .click();
        page.waitForURL(url -> url.contains("/web/"));
        assertThat(page.locator(".navigation")).isHidden();
    }

    @Test
    void aFileByItselfDoesAllThatAPageDoes() throws IOException {
        List<Path> alone = site.alone("database/pgbouncer", temp.resolve("alone"));
        assertEquals(
                List.of("pgbouncer.html", "pgbouncer.en.html"),
                alone.stream().map(file -> file.getFileName().toString()).toList());
        Page page = BROWSER.open(390, 844);
        page.navigate(alone.get(0).toUri().toString());
        page.locator("[data-field=DB_NAME]").fill("social");
        assertThat(page.locator("#ini .param").first()).hasText("social");
        assertTrue(copied(page, "ini").startsWith("[databases]\nsocial = host=127.0.0.1\n"));
        page.locator("#package .tick").click();
        page.reload();
        assertThat(page.locator("#package [data-task]")).isChecked();
        page.locator("#answers .proof > summary").click();
        assertThat(page.locator("#answers .proof .del")).isVisible();
        assertEquals(
                List.of(),
                page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)"
                        + ".filter(name => !name.startsWith('data:'))"),
                "what it needed beside itself");
        page.locator(".subbar button").click();
        page.locator(".contents a", new Page.LocatorOptions().setHasText("元に戻す"))
                .click();
        assertThat(page.locator("#undo")).isInViewport();
    }
}
