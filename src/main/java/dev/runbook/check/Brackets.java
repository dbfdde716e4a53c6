package dev.runbook.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds Japanese brackets that nothing opens or closes within their paragraph. */
final class Brackets {
    private static final String OPEN = "「『（";
    private static final String CLOSE = "」』）";
    /** What ends a paragraph: an empty line, a list item, a quote or a table's row. */
    private static final Pattern BREAK = Pattern.compile("\\n(?=[ \\t>]*(\\n|[-*+] |\\d+[.)] |\\|))");

    private static final int MAX_NUMBERING = 20;

    private final ProseText text;
    private final Findings findings;
    private final Deque<Integer> open = new ArrayDeque<>();

    private Brackets(ProseText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    static void check(ProseText text, Findings findings) {
        for (int at = 0; at < text.plain().length(); at++) {
            char c = text.plain().charAt(at);
            if (OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0) {
                new Brackets(text, findings).check();
                return;
            }
        }
    }

    private void check() {
        Matcher paragraphs = BREAK.matcher(text.plain());
        int start = 0;
        while (paragraphs.find()) {
            paragraph(start, paragraphs.start());
            start = paragraphs.end();
        }
        paragraph(start, text.plain().length());
    }

    private void paragraph(int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.plain().charAt(at);
            int closed = CLOSE.indexOf(c);
            if (OPEN.indexOf(c) >= 0) {
                open.push(at);
            } else if (closed >= 0 && opens(OPEN.charAt(closed))) {
                open.pop();
            } else if (closed >= 0 && !isNumbering(start, at)) {
                report(at);
            }
        }
        open.forEach(this::report);
        open.clear();
    }

    private boolean opens(char bracket) {
        return !open.isEmpty() && text.plain().charAt(open.peek()) == bracket;
    }

    /** {@code 1）} and {@code ア）} at the start of a line count, they close nothing. */
    private boolean isNumbering(int start, int at) {
        int line = Math.max(start, text.plain().lastIndexOf('\n', at) + 1);
        if (at - line > MAX_NUMBERING) {
            return false;
        }
        String before = text.plain().substring(line, at).strip();
        return before.matches("[-*+>#\\s]*[0-9０-９]{1,3}|[-*+>#\\s]*[a-zA-Zａ-ｚア-ン]");
    }

    private void report(int at) {
        findings.add(
                CheckCode.UNMATCHED_BRACKET,
                text.places().span(at, at + 1),
                text.plain().charAt(at));
    }
}
