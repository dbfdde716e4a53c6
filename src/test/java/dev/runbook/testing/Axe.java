package dev.runbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What shuts people out of a page, by axe-core with all its rules. */
public final class Axe {
    private Axe() {}

    /** Fails with each element that shuts somebody out. */
    public static void assertNobodyIsShutOut(Page page) {
        assertNobodyIsShutOut(page, "html");
    }

    /** The same of a part of the page, by its CSS selector. */
    public static void assertNobodyIsShutOut(Page page, String part) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(script());
        }
        // Colours that are still on their way to others are not what is read.
        page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))");
        assertEquals(
                List.of(),
                page.evaluate(
                        "part => axe.run(part).then(result => result.violations.flatMap(violation =>"
                                + " violation.nodes.map(node => violation.id + ': ' + node.html + ' ' + node.failureSummary)))",
                        part),
                page::url);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
