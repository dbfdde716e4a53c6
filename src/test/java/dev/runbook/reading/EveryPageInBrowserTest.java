package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.runbook.testing.Axe;
import dev.runbook.testing.Browser;
import dev.runbook.testing.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of page, in both languages and themes, wide and narrow. That its policy holds is what {@link Browser} sees. */
class EveryPageInBrowserTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "web/index.html",
                "database/pgbouncer.html",
                "web/nginx.html",
                "status/index.html",
                "tags/index.html",
                "tags/postgresql.html",
                "glossary/index.html",
                "offline.html",
            })
    void nobodyIsShutOut(String path) {
        look(server.address(path), "ja");
        look(server.address("en/" + path), "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404.html", "en/database/backup.html"})
    void nobodyIsShutOutWhereThereIsOneLanguage(String path) {
        Page page = look(server.address(path));
        assertThat(page.locator("h1")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"database/pgbouncer", "web/nginx"})
    void nobodyIsShutOutOfAFileByItself(String id) throws IOException {
        for (Path file : site.alone(id, temp.resolve("alone"))) {
            look(file.toUri().toString(), file.toString().endsWith(".en.html") ? "en" : "ja");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nobodyIsShutOutOfWhatAReaderChangesAndOpens(ColorScheme colours) {
        Page page = BROWSER.open(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.navigate(server.address(SampleSite.POOL));
        page.locator("#package .tick").click();
        page.locator("#package .copy").click();
        assertThat(page.locator(".copied")).isVisible();
        Axe.assertNobodyIsShutOut(page, "#package");
        page.locator("[data-field=DB_NAME]").fill("social");
        Axe.assertNobodyIsShutOut(page, "#ini");
        page.locator("[data-field=DB_NAME]").fill("No Good");
        assertThat(page.locator("#rb\\.param-DB_NAME-error")).isVisible();
        page.locator("a.term").first().hover();
        assertThat(page.locator(".definition:visible")).hasCount(1);
        Axe.assertNobodyIsShutOut(page);
        for (String opener : List.of(".subbar button", ".menu")) {
            page.locator(opener).click();
            assertThat(page.locator("[popover]:popover-open")).isVisible();
            Axe.assertNobodyIsShutOut(page);
            page.keyboard().press("Escape");
        }
        page.keyboard().press("/");
        page.keyboard().insertText("認証 bgBouncer");
        assertThat(page.locator(".suggestion")).isVisible();
        Axe.assertNobodyIsShutOut(page);
    }

    private static void look(String address, String language) {
        Page page = look(address);
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private static Page look(String address) {
        Page page = BROWSER.open(1280, 844);
        page.navigate(address);
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        Axe.assertNobodyIsShutOut(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        // What stands beside the text on a wide screen is put away on a narrow one, and axe does not see it there.
        Axe.assertNobodyIsShutOut(page);
        page.setViewportSize(390, 844);
        Axe.assertNobodyIsShutOut(page);
        for (int width : new int[] {320, 390, 1280}) {
            page.setViewportSize(width, 844);
            assertEquals(
                    page.evaluate("document.documentElement.clientWidth"),
                    page.evaluate("document.documentElement.scrollWidth"),
                    () -> address + " in a window of " + width);
        }
        return page;
    }
}
