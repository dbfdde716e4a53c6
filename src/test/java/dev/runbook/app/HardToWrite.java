package dev.runbook.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Random runbooks and outputs, of what is hard to write into a Markdown block. */
final class HardToWrite {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            " ",
            "  ",
            "\t",
            "\r",
            "日本",
            "\u001b[1m",
            "\u0000",
            "\\",
            "\\x41",
            "\\n",
            "```",
            "~~~",
            "````",
            "# ",
            "#",
            "$ ",
            "$",
            "> ",
            ">",
            "...",
            "[2]",
            "[255]",
            "[999]",
            " (glob)",
            " (re)",
            " (esc)",
            " (no-eol)",
            " (?)",
            " (*)",
            " (glob+)",
            "*",
            "?",
            "\uFEFF",
            "\u202e",
            "\u2028",
            "\u0085",
            "- ",
            "1. ",
            "{",
            "}",
            "<!--",
            "    ",
            "&amp;",
            "😀",
            "\u200b",
            "\u00a0",
            "\u3000",
            "---",
            "===",
            "\uFFFD");
    private static final List<String> EXPECTED = List.of(
            "a",
            "b",
            "...",
            "* (glob)",
            "a (?)",
            "b (*)",
            "a* (glob+)",
            ".+ (re)",
            "\\x41 (esc)",
            "[2]",
            "> a",
            "> * (glob)",
            "> a (re?)",
            "a (no-eol)",
            "",
            "  x",
            "日本",
            "# (?)",
            "\\\\ (esc)");

    static byte[] outputLine(Random random) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextInt(15) == 0) {
                line.write(0x80 + random.nextInt(0x80));
            } else {
                line.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return line.toByteArray();
    }

    static String runbook(Random random, int layout) {
        StringBuilder text = new StringBuilder(layout == 3 ? "\uFEFF# 題\n\n" : "# 題です\n\n");
        String first = List.of("", "- ", "> ", "1. > ").get(layout);
        String rest = List.of("", "  ", "> ", "   > ").get(layout);
        text.append(first).append("```console {#s .check}\n");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(rest).append("# command\n");
            lines(random, rest, text);
        }
        text.append(rest).append("```\n").append(rest).append("\n");
        text.append(rest)
                .append("~~~bash {#b .check}\n")
                .append(rest)
                .append("true\n")
                .append(rest)
                .append("~~~\n");
        text.append(rest).append("\n").append(rest).append("~~~output {.output}\n");
        lines(random, rest, text);
        text.append(rest).append("~~~\n\n終わり");
        return layout >= 2 ? text.toString().replace("\n", "\r\n") : text.toString();
    }

    private static void lines(Random random, String prefix, StringBuilder text) {
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(prefix)
                    .append(EXPECTED.get(random.nextInt(EXPECTED.size())))
                    .append('\n');
        }
    }
}
