package dev.runbook.patch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.runbook.patch.PatchResult.AlreadySo;
import dev.runbook.patch.PatchResult.Applied;
import dev.runbook.patch.PatchResult.DoesNotFit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnifiedPatchTest {
    private static final String CHANGE = """
            --- a/pg_hba.conf
            +++ b/pg_hba.conf
            @@ -2,3 +2,4 @@
             two
            -three
            +THREE
            +three and a half
             four
            """;

    @Test
    void changesAndSeesThatItIsDone() {
        becomes("one\ntwo\nTHREE\nthree and a half\nfour\nfive\n", CHANGE, "one\ntwo\nthree\nfour\nfive\n");
    }

    @Test
    void followsAHunkThatHasMoved() {
        becomes("0\n0\n0\none\ntwo\nTHREE\nthree and a half\nfour\n", CHANGE, "0\n0\n0\none\ntwo\nthree\nfour\n");
        becomes("two\nTHREE\nthree and a half\nfour\n", CHANGE, "two\nthree\nfour\n");
    }

    @Test
    void takesTheNearestOfSeveralPlaces() {
        String patch = "@@ -4,2 +4,2 @@\n a\n-b\n+B\n";
        becomes("a\nb\nx\na\nB\nx\na\nb\n", patch, "a\nb\nx\na\nb\nx\na\nb\n");
        becomes("a\nb\nx\nx\nx\na\nB\n", patch, "a\nb\nx\nx\nx\na\nb\n");
    }

    @Test
    void doesNotGoOnToAnotherPlaceWhereItIsDone() {
        assertEquals(new AlreadySo(), apply("@@ -1,2 +1,2 @@\n a\n-b\n+B\n", "a\nB\nx\na\nb\n"));
    }

    @Test
    void saysWhichHunkDoesNotFitAndWhatItExpects() {
        String patch = CHANGE + "@@ -7,2 +8,1 @@\n seven\n-八\n";
        assertEquals(
                new DoesNotFit(2, 9, List.of("seven", "八")),
                apply(patch, "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n"));
        assertEquals(
                new DoesNotFit(2, 9, List.of("seven", "八")),
                UnifiedPatch.parse(patch).apply("one\ntwo\nthree\nfour\nfive\nsix\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void doesNotTakeHunksOutOfOrder() {
        String patch = "@@ -1 +1 @@\n-b\n+B\n@@ -2 +2 @@\n-a\n+A\n";
        assertEquals(new DoesNotFit(2, 4, List.of("a")), apply(patch, "a\nb\n"));
    }

    @Test
    void refusesWhatIsDoneInPart() {
        String patch = "@@ -1 +1 @@\n-a\n+A\n@@ -3 +3 @@\n-c\n+C\n";
        assertEquals(new DoesNotFit(1, 1, List.of("a")), apply(patch, "A\nb\nc\n"));
    }

    @Test
    void addsAtTheEnd() {
        becomes("a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n b\n+c\n", "a\nb\n");
        becomes("a\na\na\na\na\n", "@@ -2,3 +2,4 @@\n a\n a\n a\n+a\n", "a\na\na\na\n");
    }

    @Test
    void addsAtTheStartAndWithoutContext() {
        becomes("x\na\nb\n", "@@ -1,2 +1,3 @@\n+x\n a\n b\n", "a\nb\n");
        becomes("a\nx\nb\n", "@@ -1,0 +2 @@\n+x\n", "a\nb\n");
        assertEquals(new DoesNotFit(1, 1, List.of()), apply("@@ -3,0 +4 @@\n+x\n", "a\nb\n"));
    }

    @Test
    void removesAtTheEndAndAll() {
        becomes("a\n", "@@ -1,2 +1 @@\n a\n-b\n", "a\nb\n");
        becomes("", "@@ -1,2 +0,0 @@\n-a\n-b\n", "a\nb\n");
        assertEquals(new DoesNotFit(1, 1, List.of("a", "b")), apply("@@ -1,2 +0,0 @@\n-a\n-b\n", "c\n"));
    }

    @Test
    void makesAFile() {
        String patch = "--- /dev/null\n+++ b/new\n@@ -0,0 +1,2 @@\n+a\n+b\n";
        becomes("a\nb\n", patch, "");
        assertEquals(new DoesNotFit(1, 3, List.of()), apply(patch, "other\n"));
    }

    @Test
    void mindsTheMissingNewlineAtTheEnd() {
        String mark = "\\ No newline at end of file\n";
        becomes("a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n" + mark + "+c\n", "a\nb");
        becomes("a\nc", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n" + mark, "a\nb\n");
        becomes("A\nb", "@@ -1,2 +1,2 @@\n-a\n+A\n b\n" + mark, "a\nb");
        assertEquals(new DoesNotFit(1, 1, List.of("a", "b")), apply("@@ -1,2 +1,2 @@\n-a\n+A\n b\n" + mark, "a\nb\n"));
        assertEquals(new DoesNotFit(1, 1, List.of("a", "b")), apply("@@ -1,2 +1,2 @@\n-a\n+A\n b\n", "a\nb"));
    }

    @Test
    void takesEmptyContextLinesWithoutTheirSpace() {
        becomes("a\n\nB\n", "@@ -1,3 +1,3 @@\n a\n\n-b\n+B\n", "a\n\nb\n");
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        becomes("one\r\ntwo\r\nTHREE\r\nthree and a half\r\nfour\r\n", CHANGE, "one\r\ntwo\r\nthree\r\nfour\r\n");
        becomes("a\r\nB\r\nc", "@@ -2 +2 @@\n-b\n+B\n", "a\r\nb\r\nc");
    }

    @Test
    void leavesBytesThatAreNotUtf8() {
        byte[] before = "é\nパスワード\n".getBytes(StandardCharsets.UTF_8);
        before[0] = (byte) 0xFF;
        byte[] after = "é\n秘密\n".getBytes(StandardCharsets.UTF_8);
        after[0] = (byte) 0xFF;
        UnifiedPatch patch = UnifiedPatch.parse("@@ -2 +2 @@\n-パスワード\n+秘密\n");
        Applied applied = (Applied) patch.apply(before);
        assertArrayEquals(after, applied.bytes());
        assertEquals(new AlreadySo(), patch.apply(after));
    }

    @Test
    void refusesWhatIsNoPatch() {
        assertThrows(IllegalArgumentException.class, () -> UnifiedPatch.parse(""));
        assertThrows(IllegalArgumentException.class, () -> UnifiedPatch.parse("@@ -1 +1 @@\n-a\n"));
        assertThrows(IllegalArgumentException.class, () -> UnifiedPatch.parse("@@ -1 +1 @@\n-a\n+b\nx\n"));
        assertEquals(1, UnifiedPatch.badLine(List.of("@@ -1 +1 @@", "*a")).getAsInt());
    }

    private static void becomes(String after, String patch, String before) {
        assertEquals(new Applied(after), apply(patch, before));
        assertEquals(new AlreadySo(), apply(patch, after));
    }

    private static PatchResult apply(String patch, String text) {
        return UnifiedPatch.parse(patch).apply(text);
    }
}
