package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.runbook.model.Block;
import dev.runbook.model.Html;
import dev.runbook.model.Listing;
import dev.runbook.model.Prose;
import dev.runbook.model.Section;
import dev.runbook.source.Span;
import org.junit.jupiter.api.Test;

class SectionDigestTest {
    private static final Span SPAN = Span.startOf("a.md");

    private static String digest(Block... blocks) {
        return SectionDigest.of(Handbooks.section("a.md", "題", blocks));
    }

    private static Prose prose(String markdown) {
        return new Prose(SPAN, markdown, Html.EMPTY);
    }

    @Test
    void isTwelveHexadecimalDigitsThatStayTheSameOverVersions() {
        assertEquals("ff7f20442d90", digest(prose("本文です。\n")));
    }

    @Test
    void howLinesAreBrokenDoesNotMatter() {
        assertEquals(digest(prose("設定を\n見直す the  file\nhere")), digest(prose("設定を見直す the file here\n")));
        assertNotEquals(digest(prose("the file")), digest(prose("thefile")));
    }

    @Test
    void wordingMattersAndSoDoListingsAndTitles() {
        assertNotEquals(digest(prose("a")), digest(prose("b")));
        assertNotEquals(digest(new Listing(SPAN, "", "a\n")), digest(new Listing(SPAN, "", "b\n")));
        assertNotEquals(digest(), SectionDigest.of(Handbooks.section("a.md", "別の題")));
    }

    @Test
    void codeOfStepsDoesNotMatter() {
        assertEquals(
                digest(prose("a"), Handbooks.script("echo 1\n")), digest(prose("a"), Handbooks.script("echo 2\n")));
    }

    @Test
    void aSectionWithoutIdIsTheTop() {
        Section top = new Section("", false, 0, "", Html.EMPTY, SPAN, java.util.List.of());
        assertEquals(".", SectionDigest.key(top));
    }
}
