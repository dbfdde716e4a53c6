package dev.runbook.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** What a reader sees of a page, where its bars stand before its text. */
final class Sight {
    /** Whether what is at the middle of an element's first line is the element, or the label that it is the box of. */
    static final String CLEAR = "element => { const line = element.getClientRects()[0];"
            + " const seen = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);"
            + " return element.contains(seen) || (element.closest('label')?.contains(seen) ?? false); }";

    private Sight() {}

    /** An element is in sight, and no bar is before it. */
    static void assertClear(Page page, String selector) {
        assertThat(page.locator(selector)).isInViewport();
        page.waitForCondition(() -> page.locator(selector).evaluate(CLEAR).equals(true));
    }
}
