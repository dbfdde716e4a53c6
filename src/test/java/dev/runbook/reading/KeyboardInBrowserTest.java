package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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

/** A keyboard alone is enough, and where it is can be seen. */
class KeyboardInBrowserTest {
    /** What the keyboard must reach; what scrolls counts, whatever its tabindex says. */
    private static final String STOPS =
            "(window.stops = [...document.querySelectorAll('a[href], button, input, textarea, summary, pre, .scroll')]"
                    + ".filter(stop => stop.checkVisibility({visibilityProperty: true}) && !stop.disabled"
                    + " && (!stop.matches('pre, .scroll') || stop.scrollWidth > stop.clientWidth))).length";

    /**
     * Whether the focus is seen: an outline of two pixels, on the stop itself or on what stands for it, that differs by
     * 3:1 from what is around it.
     */
    private static final String SHOWN = "void (window.shown = target => {"
            + " const light = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(value => value / 255)"
            + "   .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);"
            + "   return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };"
            + " const around = part => { for (let one = part.parentElement; one; one = one.parentElement) {"
            + "   const color = getComputedStyle(one).backgroundColor; if (/^rgb\\(/.test(color)) return color; }"
            + "   return 'rgb(255, 255, 255)'; };"
            + " return [target, ...target.closest('label')?.children ?? []].some(part => {"
            + "   const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(part);"
            + "   if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || !/^rgb\\(/.test(outlineColor)) return false;"
            + "   const [a, b] = [light(outlineColor), light(around(part))];"
            + "   return part.checkVisibility({opacityProperty: true}) && Math.max(a, b) / Math.min(a, b) >= 3; }); })";

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

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "en/database/pgbouncer.html", "status/", "404.html"})
    void theFirstStopSkipsToTheText(String path) {
        assertSkips(open(1280, path));
    }

    @Test
    void theFirstStopOfAFileByItselfSkipsToTheText() throws IOException {
        Page page = BROWSER.open(390, 844);
        page.navigate(
                site.alone("web/nginx", temp.resolve("alone")).get(0).toUri().toString());
        assertSkips(page);
    }

    private static void assertSkips(Page page) {
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
    @CsvSource({
        "index.html, 1280, LIGHT",
        "database/pgbouncer.html, 1280, DARK",
        "database/pgbouncer.html, 390, LIGHT",
        "status/, 390, DARK"
    })
    void everythingIsReachedAndSeen(String path, int width, ColorScheme colours) {
        Page page = open(width, path);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        int all = ((Number) page.evaluate(STOPS)).intValue();
        assertTrue(all > 5, () -> String.valueOf(all));
        page.evaluate(SHOWN);
        page.evaluate(
                "window.reached = new Set(); window.unseen = []; document.addEventListener('focusin', ({target}) => {"
                        + " reached.add(target); if (!shown(target)) unseen.push(target.outerHTML); })");
        for (int i = 0; i < all + 2; i++) {
            page.keyboard().press("Tab");
        }
        assertEquals(
                List.of(),
                page.evaluate("stops.filter(stop => !reached.has(stop)).map(stop => stop.outerHTML)"),
                "never reached");
        assertEquals(List.of(), page.evaluate("unseen"), "focus that is not seen");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void whatIsReachedIsUnderNoBar(int width) {
        Page page = open(width, SampleSite.POOL);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.locator("main a").last().focus();
        // On the way up, what is reached comes in from under the bars.
        while (page.evaluate("document.activeElement.closest('main') !== null").equals(true)) {
            assertEquals(true, page.evaluate("(" + Sight.CLEAR + ")(document.activeElement)"), () ->
                    (String) page.evaluate("document.activeElement.outerHTML"));
            page.keyboard().press("Shift+Tab");
        }
    }

    @Test
    void theSearchShowsWhereTheKeyboardIs() {
        Page page = open(1280, SampleSite.POOL);
        page.keyboard().press("/");
        assertThat(page.locator(".search-field input")).isFocused();
        assertNotEquals("none", page.evaluate("getComputedStyle(document.querySelector('.search-field')).boxShadow"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".search-field button")).isFocused();
        page.evaluate(SHOWN);
        assertEquals(true, page.evaluate("shown(document.activeElement)"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".search-box")).isHidden();
    }

    @Test
    void aRunbookIsFollowed() {
        Page page = open(1280, SampleSite.POOL);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("[data-field=DB_NAME]").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("social");
        page.locator("#ini .copy").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#ini .copy")).hasText("コピーしました");
        assertThat(page.locator("#ini .copy")).isFocused();
        assertTrue(((String) page.evaluate("navigator.clipboard.readText()")).startsWith("[databases]\nsocial = "));
        page.locator("#package [data-task]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#package [data-task]")).isChecked();
        page.locator("#answers .proof > summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#answers .proof .del")).isVisible();
    }

    @Test
    void aWordSaysWhatItMeansUntilEscape() {
        Page page = open(1280, SampleSite.POOL);
        Locator word = page.locator("a.term").first();
        Locator meaning = page.locator(".definition:visible");
        assertThat(meaning).hasCount(0);
        page.keyboard().press("Tab");
        word.focus();
        assertThat(meaning).containsText("接続");
        page.keyboard().press("Escape");
        assertThat(meaning).hasCount(0);
        assertThat(word).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Shift+Tab");
        assertThat(meaning).hasCount(1);
        page.keyboard().press("Tab");
        assertThat(meaning).hasCount(0);
    }
}
