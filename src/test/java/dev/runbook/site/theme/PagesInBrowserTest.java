package dev.runbook.site.theme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.runbook.testing.Axe;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page around the blocks: colours, drawers, languages, paper, and who is shut out. */
class PagesInBrowserTest {
    private static final String GROUND = "getComputedStyle(document.documentElement).backgroundColor";
    /** What scripts did by now is painted, and its shifts are told. */
    private static final String TWO_FRAMES =
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    private static final String WHITE = "rgb(255, 255, 255)";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static WebServer server;

    @BeforeAll
    static void serve() {
        server = new WebServer(SampleSite.files());
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

    private static Page openDark(String path) {
        Page page = BROWSER.open(new NewContextOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(server.address(path));
        return page;
    }

    @Test
    void theColoursFollowTheSystemUntilTheReaderChooses() {
        Page page = openDark(SampleSite.RUNBOOK);
        assertNotEquals(WHITE, page.evaluate(GROUND));
        page.locator(".theme").click();
        assertEquals(WHITE, page.evaluate(GROUND));
        assertThat(page.locator(".theme")).hasAttribute("aria-label", "配色：ライト");
        page.reload();
        assertEquals(WHITE, page.evaluate(GROUND));
        page.locator(".theme").click();
        page.locator(".theme").click();
        assertNotEquals(WHITE, page.evaluate(GROUND));
        assertThat(page.locator(".theme")).hasAttribute("aria-label", "配色：自動");
    }

    @Test
    void theChosenColoursAreThereBeforeTheFirstPaint() {
        Page page = open(1280, SampleSite.RUNBOOK);
        page.evaluate("localStorage.setItem('runbook:theme', 'dark')");
        page.context()
                .addInitScript("new MutationObserver((_, seen) => { if (document.body) { window.atBody ="
                        + " document.documentElement.dataset.theme; seen.disconnect(); } }).observe(document, {childList: true,"
                        + " subtree: true})");
        page.reload();
        assertEquals("dark", page.evaluate("window.atBody"));
    }

    @Test
    void theDrawerIsUsedByKeyboardAlone() {
        Page page = open(390, SampleSite.RUNBOOK);
        page.locator(".menu").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".navigation")).isVisible();
        assertThat(page.locator(".navigation a[aria-current]")).isFocused();
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            assertEquals(true, page.evaluate("document.activeElement.closest('.navigation') !== null"));
        }
        page.keyboard().press("Escape");
        assertThat(page.locator(".navigation")).isHidden();
        assertThat(page.locator(".menu")).isFocused();
    }

    @Test
    void theContentsOfAPhoneCloseOnceTheyLedSomewhere() {
        Page page = open(390, SampleSite.RUNBOOK);
        page.locator(".subbar button").click();
        page.locator(".contents a").nth(3).click();
        assertThat(page.locator(".contents")).isHidden();
        assertTrue(page.url().endsWith("#verify"), page.url());
        assertThat(page.locator("#verify")).isInViewport();
    }

    @Test
    void navigationAndContentsWorkWithoutScript() {
        Page page =
                BROWSER.open(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
        page.navigate(server.address(SampleSite.RUNBOOK));
        page.locator(".menu").click();
        assertThat(page.locator(".navigation")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".navigation")).isHidden();
        assertThat(page.locator(".theme")).isHidden();
        assertThat(page.locator("#rb\\.param-DB_NAME")).not().isEditable();
    }

    @Test
    void aWideScreenShowsBothColumns() {
        Page page = open(1280, SampleSite.RUNBOOK);
        assertThat(page.locator(".navigation")).isVisible();
        assertThat(page.locator(".contents")).isVisible();
        assertThat(page.locator(".menu")).isHidden();
        assertThat(page.locator(".subbar")).isHidden();
    }

    @Test
    void theContentsFollowTheScroll() {
        Page page = open(1280, SampleSite.RUNBOOK);
        page.locator("#verify").evaluate("heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})");
        assertThat(page.locator(".contents a[aria-current=true]")).hasText("確認");
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})");
        assertThat(page.locator(".contents a[aria-current=true]")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"#write-ini, #write-ini", "#verify, #verify", "'', ''", "#%, ''"})
    void theLanguageSwitchKeepsThePlace(String from, String to) {
        Page page = open(1280, SampleSite.RUNBOOK + from);
        page.locator(".languages a").click();
        assertEquals(server.address(SampleSite.RUNBOOK_EN) + to, page.url());
        assertEquals("en", page.locator("html").getAttribute("lang"));
    }

    @Test
    void theLanguageSwitchLeadsToTheSectionThatIsBeingRead() {
        Page page = open(1280, SampleSite.RUNBOOK);
        page.locator("#undo").evaluate("heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})");
        assertThat(page.locator(".contents a[aria-current=true]")).hasText("元に戻す");
        page.locator(".languages a").click();
        assertEquals(server.address(SampleSite.RUNBOOK_EN) + "#undo", page.url());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1024, 1280, 1920})
    void nothingIsWiderThanTheScreen(int width) {
        for (String path : List.of(SampleSite.RUNBOOK, SampleSite.UNTRANSLATED, SampleSite.FRONT, "404.html")) {
            Page page = open(width, path);
            assertEquals(
                    page.evaluate("document.documentElement.clientWidth"),
                    page.evaluate("document.documentElement.scrollWidth"),
                    path);
        }
    }

    @Test
    void scriptsMoveNothingWhileThePageLoads() {
        Page page = BROWSER.open(390, 844);
        page.addInitScript("window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
                + " window.shift += entry.value; }).observe({type: 'layout-shift', buffered: true})");
        page.navigate(server.address(SampleSite.RUNBOOK));
        page.evaluate(TWO_FRAMES);
        assertEquals(0.0, ((Number) page.evaluate("window.shift")).doubleValue(), 0.001);
        page.locator("#install-package .tick").click();
        page.reload();
        page.evaluate("scrollTo(0, 0)");
        page.evaluate(TWO_FRAMES);
        assertEquals(0.0, ((Number) page.evaluate("window.shift")).doubleValue(), 0.001, "with ticks");
    }

    @Test
    void aPageFromAFolderIsWhole(@TempDir Path folder) throws IOException {
        SampleSite.writeTo(folder);
        Page page = BROWSER.open(new NewContextOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(folder.resolve(SampleSite.RUNBOOK).toUri().toString());
        assertNotEquals(WHITE, page.evaluate(GROUND));
        assertThat(page.locator("#install-package .copy")).isVisible();
        page.locator("#install-package .tick").click();
        page.reload();
        assertThat(page.locator("#install-package [data-task]")).isChecked();
        page.locator(".languages a").click();
        assertThat(page.locator("h1")).hasText("Installing PgBouncer");
    }

    @Test
    void thePolicyKeepsOutWhatIsInlineOrFromElsewhere() {
        Page page = open(1280, SampleSite.RUNBOOK);
        Object blocked = page.evaluate("new Promise(resolve => { const found = [];"
                + " const tell = () => resolve(found.sort().join(' '));"
                + " document.addEventListener('securitypolicyviolation', event => { found.push(event.effectiveDirective);"
                + " if (found.length === 4) tell(); });"
                + " const script = document.createElement('script'); script.textContent = 'window.evil = 1';"
                + " document.body.append(script); document.body.setAttribute('style', 'color: red');"
                + " fetch('http://127.0.0.1:9/').catch(() => null); new Image().src = 'http://127.0.0.1:9/picture.png';"
                // What is let through says nothing.
                + " setTimeout(tell, 5000); })");
        assertEquals("connect-src img-src script-src-elem style-src-attr", blocked);
        assertEquals(null, page.evaluate("window.evil"));
        BROWSER.forgetComplaints();
    }

    @Test
    void onPaperARunbookIsAList() {
        Page page = openDark(SampleSite.RUNBOOK);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals(WHITE, page.evaluate(GROUND));
        for (String gone :
                List.of(".top", ".navigation", ".contents", "#install-package .copy", "#prepare", ".neighbours")) {
            assertThat(page.locator(gone)).isHidden();
        }
        assertThat(page.locator("#pool-in-use .expected pre")).isVisible();
        assertThat(page.locator("#write-ini .param")).hasText("mastodon_production");
        assertEquals(
                "\" (https://www.pgbouncer.org/)\"",
                page.evaluate("getComputedStyle(document.querySelector('.alert a'), '::after').content"));
    }

    @ParameterizedTest
    @CsvSource({
        "database/pgbouncer.html, LIGHT, 1280",
        "database/pgbouncer.html, DARK, 390",
        "en/database/untranslated.html, DARK, 1280",
        "index.html, LIGHT, 390",
        "index.html, DARK, 1280",
        "404.html, DARK, 1280",
        "database/verified.html, LIGHT, 1280",
        "en/database/verified.html, DARK, 390",
        "verified-front.html, DARK, 390",
        "verified-front.html, LIGHT, 1280",
        "status/index.html, LIGHT, 390",
        "en/status/index.html, DARK, 1280"
    })
    void nobodyIsShutOut(String path, ColorScheme colours, int width) {
        Page page = BROWSER.open(new NewContextOptions().setColorScheme(colours).setViewportSize(width, 844));
        page.navigate(server.address(path));
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        page.locator("html").evaluate("root => root.classList.add('js')");
        Axe.assertNobodyIsShutOut(page);
    }

    @Test
    void aProofIsOneClickAwayWithoutScript() {
        Page page =
                BROWSER.open(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
        page.navigate(server.address(SampleSite.VERIFIED));
        assertThat(page.locator("#step-failed .proof pre").first()).isHidden();
        page.locator("#step-failed .proof > summary").click();
        assertThat(page.locator("#step-failed .proof .del")).isVisible();
        assertThat(page.locator("#step-failed .proof pre").last()).hasText("active\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database/verified.html",
                "en/database/verified.html",
                "status/index.html",
                "en/status/index.html"
            })
    void nothingOfABadgeIsOffAPhonesScreen(String path) {
        Page page = BROWSER.open(320, 844);
        page.navigate(server.address(path));
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        assertEquals(
                List.of(),
                page.evaluate(
                        "[...document.querySelectorAll('.badge, time, .proof-note')].filter(e =>"
                                + " e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML)"));
    }

    @Test
    void onPaperABadgeIsItsWords() {
        Page page = openDark(SampleSite.VERIFIED_EN);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#step-failed .proof > summary")).containsText("Failed");
        assertEquals(
                "none rgb(0, 0, 0)",
                page.evaluate("(() => { const badge = document.querySelector('#step-failed .badge'); return"
                        + " getComputedStyle(badge, '::before').display + ' ' + getComputedStyle(badge).color; })()"));
        assertThat(page.locator("#step-failed .proof pre").first()).isHidden();
    }

    @Test
    void touchTargetsAreLargeEnough() {
        Page page = open(390, SampleSite.RUNBOOK);
        Object small = page.evaluate(
                "[...document.querySelectorAll('button, summary, .tick, .page-meta a, .breadcrumbs a, input')]"
                        + ".filter(e => e.checkVisibility()).map(e => [e.className || e.tagName, e.getBoundingClientRect()])"
                        + ".filter(([name, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)");
        assertEquals(List.of("box"), small, "the box of a manual step stands in a label that is large enough");
    }

    @Test
    void scriptsSpeakThePagesLanguage() {
        Page page = open(1280, SampleSite.RUNBOOK_EN);
        assertThat(page.locator("#install-package .copy")).hasText("Copy");
    }
}
