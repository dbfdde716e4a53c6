package dev.runbook.cli;

/** Code for a terminal, ending with a newline. */
final class CodeText {
    private CodeText() {}

    static String of(String language, String code, Style style) {
        String text = MarkdownText.clean(code);
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
