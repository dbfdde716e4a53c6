package dev.runbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for all tests, started by the first that needs it: {@code @RegisterExtension static final Browser BROWSER = new Browser();}.
 *
 * <p>It is the system's: {@code RUNBOOK_CHROMIUM}, else the first of the usual names on the {@code PATH}. Without one
 * the class is skipped, and fails where {@code CI=true}. After each test every context is closed, and the test fails if
 * a page logged an error, broke its Content-Security-Policy or asked another host for anything.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private com.microsoft.playwright.@Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> chromium = find();
        if (chromium.isEmpty()) {
            String message = "no Chromium: set RUNBOOK_CHROMIUM or put one of " + NAMES + " on the PATH";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browser.class))
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(chromium.get()), Chromium.class)
                .browser();
    }

    /** Ends with the last test. */
    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {
        static Chromium start(Path executable) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setArgs(ARGUMENTS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** A new page in a context of its own, as a reader with an empty browser has it. */
    public Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("no browser: register this extension as a static field");
        }
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + " in the console: " + message.text());
            }
        });
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        context.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("127.0.0.1")) {
                complaints.add("request to another host: " + request.url());
            }
        });
        return context.newPage();
    }

    /** A new page in a window of this size, in CSS pixels. */
    public Page open(int width, int height) {
        return open(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP"));
    }

    /** For a test that provokes a complaint. */
    public void forgetComplaints() {
        complaints.clear();
    }

    /** For a test whose server does not answer: that it does not is all that may be complained about. */
    public void forgetThatNothingAnswered() {
        complaints.removeIf(complaint -> complaint.contains("Failed to load resource"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), found, "what the browser complained about");
    }

    private static Optional<Path> find() {
        String named = System.getenv("RUNBOOK_CHROMIUM");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
