package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runbook is read and followed: at a desk, on a phone, on paper, and as a file by itself. */
class ReadingInBrowserTest {
    private static final String CUT_OFF = "[...document.querySelectorAll('pre')].filter(pre => pre.checkVisibility() &&"
            + " pre.scrollWidth > pre.clientWidth + 1).map(pre => pre.textContent)";

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

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theLanguageIsSwitchedOnTheSectionThatIsRead(int width) {
        Page page = open(width, SampleSite.POOL);
        page.locator("#authentication")
                .evaluate("heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})");
        assertThat(page.locator(".contents a[aria-current=true]")).hasText("認証を設定する");
        page.locator(".languages a").click();
        page.waitForURL(server.address("en/" + SampleSite.POOL + "#authentication"));
        Sight.assertClear(page, "#authentication");
        // Its address is right before it is used: it may be copied, or opened in a tab of its own.
        page.locator(".languages a").focus();
        assertThat(page.locator(".languages a")).hasAttribute("href", Pattern.compile(".*#authentication"));
        page.keyboard().press("Enter");
        page.waitForURL(server.address(SampleSite.POOL + "#authentication"));
        Sight.assertClear(page, "#authentication");
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
        assertThat(page.locator("[data-field=DB_PASSWORD]")).hasCount(0);
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
        // Of this runbook and of no other; a key of another name would forget what readers have ticked by now.
        assertEquals(List.of("runbook:ticks:/:database/pgbouncer"), page.evaluate("Object.keys(localStorage)"));
    }

    @Test
    void onPaperItIsAListToTick() {
        // As wide as A4 without its margins.
        Page page = open(718, SampleSite.POOL);
        String longName = "social".repeat(20);
        page.locator("[data-field=DB_NAME]").fill(longName);
        assertNotEquals(List.of(), page.evaluate(CUT_OFF), "nothing is too long here");
        page.locator("#package .tick").click();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String gone : List.of(".top", ".subbar", ".navigation", ".contents", "#package .copy", ".definition")) {
            assertThat(page.locator(gone).first()).isHidden();
        }
        for (String step : List.of("package", "hba", "ini", "port", "password")) {
            assertThat(page.locator("#" + step + " .tick span")).isVisible();
            assertHasBox(page, "#" + step + " .tick span");
        }
        // What was ticked on the screen is done once more on paper.
        assertEquals(
                "none",
                page.evaluate("getComputedStyle(document.querySelector('#package .tick span'), '::after').display"));
        for (String check : List.of("version", "answers")) {
            assertHasBox(page, "#" + check + " > .step-head");
        }
        for (String step : List.of("package", "version", "hba", "ini", "port", "password", "answers", "remove")) {
            assertThat(page.locator("#" + step + " pre").first()).isVisible();
        }
        assertThat(page.getByLabel("利用者に知らせる")).isVisible();
        assertThat(page.locator("#ini .param").first()).hasText(longName);
        assertThat(page.locator("#answers pre").first()).containsText("active");
        assertThat(page.locator("#answers .proof pre").first()).isHidden();
        assertEquals(List.of(), page.evaluate(CUT_OFF), "there is no scrolling on paper");
    }

    /** A box to tick is drawn before it. */
    private static void assertHasBox(Page page, String element) {
        Object drawn = page.locator(element)
                .evaluate(
                        "element => { const {width, height, borderTopWidth, borderTopStyle} = getComputedStyle(element,"
                                + " '::before'); return parseFloat(width) > 10 && width === height && parseFloat(borderTopWidth) >= 1"
                                + " && borderTopStyle === 'solid'; }");
        assertEquals(true, drawn, element);
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
    void theFirstTouchSaysWhatAWordMeansAndTheSecondLeadsThere() {
        Page page = BROWSER.open(new NewContextOptions().setHasTouch(true).setViewportSize(390, 844));
        page.navigate(server.address(SampleSite.POOL));
        Locator word = page.locator("a.term").first();
        word.tap();
        assertThat(page.locator(".definition:visible")).containsText("接続");
        assertEquals(server.address(SampleSite.POOL), page.url());
        word.tap();
        page.waitForURL(server.address("glossary/index.html#pool"));
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
        assertEquals(
                true, page.evaluate("Object.keys(localStorage).every(key => key.endsWith(':database/pgbouncer'))"));
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
        Sight.assertClear(page, "#undo");
        assertThat(page.locator(".contents")).isHidden();
        page.navigate(alone.get(1).toUri().toString());
        assertThat(page.locator("#package [data-task]")).isChecked();
        assertThat(page.locator("#ini .param").first()).hasText("social");
    }
}
