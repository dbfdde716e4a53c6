package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Html;
import dev.runbook.model.Page;
import dev.runbook.model.Prose;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds Japanese that does not come out as it was meant. */
final class ProseChecks {
    private static final Pattern HALF_WIDTH = Pattern.compile("[\\uFF66-\\uFF9F]+");

    private static final String SENTENCE = "、。「」『』（）・！？，．\u3000";

    private final Context context;
    private final Runbook runbook;
    private final Findings findings;

    private ProseChecks(Context context, Runbook runbook, Findings findings) {
        this.context = context;
        this.runbook = runbook;
        this.findings = findings;
    }

    static void check(Context context, Page page, Findings findings) {
        Stream.concat(Stream.of(page.original()), page.translations().values().stream())
                .filter(r -> r.language() == Language.JA)
                .forEach(r -> new ProseChecks(context, r, findings).check());
    }

    private void check() {
        for (ProseText text : ProseText.of(runbook)) {
            context.vowels().count(text);
            LiteralEmphasis.check(text, findings);
            Brackets.check(text, findings);
            halfWidth(text);
            if (text.markdown().indexOf('`') >= 0) {
                code(text);
            }
        }
        for (Section section : runbook.sections()) {
            urls(section.titleHtml());
            for (Prose prose : Blocks.prose(section)) {
                urls(prose.html());
            }
        }
    }

    private void halfWidth(ProseText text) {
        if (text.plain().chars().noneMatch(c -> c >= '\uFF66' && c <= '\uFF9F')) {
            return;
        }
        Matcher matcher = HALF_WIDTH.matcher(text.plain());
        while (matcher.find()) {
            String wide = java.text.Normalizer.normalize(matcher.group(), java.text.Normalizer.Form.NFKC);
            findings.add(
                    CheckCode.HALF_WIDTH_KATAKANA,
                    text.places().span(matcher.start(), matcher.end()),
                    matcher.group(),
                    wide);
        }
    }

    /** Full-width characters beside ASCII in inline code, which readers copy too. */
    private void code(ProseText text) {
        String markdown = text.markdown();
        for (int at = 0; at < markdown.length(); at++) {
            char c = markdown.charAt(at);
            boolean code = text.plain().charAt(at) == ProseMask.CODE;
            if (c > 0x7F && code && FullWidth.isMistake(markdown, at) && besideAscii(markdown, at)) {
                findings.add(
                        CheckCode.FULL_WIDTH_CODE,
                        text.places().span(at, at + 1),
                        FullWidth.name(c),
                        FullWidth.meant(c));
            }
        }
    }

    private static boolean besideAscii(String text, int at) {
        return isAscii(text, at - 1) || isAscii(text, at + 1);
    }

    private static boolean isAscii(String text, int at) {
        char c = at >= 0 && at < text.length() ? text.charAt(at) : '`';
        return c > ' ' && c < 0x7F && c != '`';
    }

    private void urls(Html html) {
        for (Html.Piece piece : html.pieces()) {
            if (piece instanceof Html.Target target && swallows(target)) {
                findings.add(CheckCode.URL_WITH_TEXT, target.span(), Destinations.decode(target.destination()));
            }
        }
    }

    /** Whether Japanese punctuation was written in it: that is a sentence, while 日本 may be a path. */
    private boolean swallows(Html.Target target) {
        if (!Destinations.isExternal(target.destination())) {
            return false;
        }
        // The destination itself is no proof: its author may have encoded what stands there on purpose.
        Span span = target.span();
        return runbook.source()
                .line(span.startLine())
                .codePoints()
                .skip(span.startColumn() - 1L)
                .limit(Math.max(0, span.endColumn() - span.startColumn()))
                .anyMatch(c -> SENTENCE.indexOf(c) >= 0);
    }
}
