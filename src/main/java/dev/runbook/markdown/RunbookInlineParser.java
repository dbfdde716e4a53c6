package dev.runbook.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * flexmark's inline parser, with its own way where flexmark follows CommonMark 0.28, cannot be told of Japanese, or takes
 * more than linear time: emphasis, links, code spans and HTML. It adds bare URLs, ruby and the ids of headings.
 */
final class RunbookInlineParser extends InlineParserImpl {
    private static final Pattern RUBY = Pattern.compile("\\{([^{}|\\n]{1,100})\\|([^{}|\\n]{1,100})\\}");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{[ \\t]*[#.][^{}\\n]{0,200}\\}[ \\t]*$");

    private final Map<String, LinkTarget> definitions = new HashMap<>();
    private final Brackets brackets = new Brackets();
    private String text = "";
    private BacktickRuns backticks = new BacktickRuns("");
    private InlineTags tags = new InlineTags("");

    RunbookInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> extensions) {
        super(
                options,
                withOwn(specialCharacters),
                delimiterCharacters,
                delimiterProcessors,
                linkRefProcessors,
                extensions);
    }

    private static BitSet withOwn(BitSet special) {
        BitSet all = (BitSet) special.clone();
        "*_~h{".chars().forEach(all::set);
        return all;
    }

    @Override
    public void parse(BasedSequence content, Node parent) {
        block = parent;
        input = content.trim();
        index = 0;
        text = Texts.of(input);
        brackets.clear();
        backticks = new BacktickRuns(text);
        tags = new InlineTags(text);
        boolean more = true;
        while (more) {
            more = parseInline(false);
        }
        flushTextNode();
        Emphasis.resolve(parent);
    }

    @Override
    protected boolean parseInline(boolean customOnly) {
        if (index >= text.length()) {
            return false;
        }
        return switch (text.charAt(index)) {
            case '*', '_', '~' -> delimiters() || character();
            case 'h' -> url() || word();
            case '{' -> ruby() || attributes() || character();
            case '`' -> codeSpan();
            case '\\' -> backslash();
            case '[' -> openBracket(false);
            case '!' -> text.startsWith("![", index) ? openBracket(true) : character();
            case ']' -> closeBracket();
            case '<' -> parseAutolink() || htmlTag() || character();
            default -> super.parseInline(customOnly);
        };
    }

    /** As flexmark does, but without building a sequence where there is a piece of the source already. */
    @Override
    public boolean flushTextNode() {
        if (currentText == null || currentText.size() != 1) {
            return super.flushTextNode();
        }
        BasedSequence chars = currentText.get(0);
        currentText = null;
        block.appendChild(new Text(chars));
        return true;
    }

    /** What turned out to have no special meaning. */
    private boolean character() {
        appendText(input, index, index + 1);
        index++;
        return true;
    }

    /** A text whose first character turned out to have no special meaning. */
    private boolean word() {
        int start = index++;
        while (index < text.length() && !specialCharacters.get(text.charAt(index))) {
            index++;
        }
        appendText(input, start, index);
        return true;
    }

    private boolean delimiters() {
        char c = text.charAt(index);
        int end = index + 1;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        if (c == '~' && end - index != 2) {
            // A single ~ stays: 10~20 is a range in Japanese, and ~ a home directory.
            appendText(input, index, end);
        } else {
            Flanking flanking = Flanking.of(text, index, end);
            appendNode(new DelimiterRun(input.subSequence(index, end), flanking.canOpen(), flanking.canClose()));
        }
        index = end;
        return true;
    }

    private boolean url() {
        int end = BareUrls.end(text, index);
        if (end < 0) {
            return false;
        }
        appendNode(new Extra.BareUrl(input.subSequence(index, end), text.substring(index, end)));
        index = end;
        return true;
    }

    /** Kanji below, kana above: all else in braces is text. */
    private boolean ruby() {
        if (index + 1 == text.length() || !Characters.isCjk(text.codePointAt(index + 1))) {
            return false;
        }
        Matcher matcher = RUBY.matcher(text).region(index, text.length());
        if (!matcher.lookingAt() || !isRuby(matcher.group(1), matcher.group(2))) {
            return false;
        }
        appendNode(new Extra.Ruby(input.subSequence(index, matcher.end()), matcher.group(1), matcher.group(2)));
        index = matcher.end();
        return true;
    }

    private static boolean isRuby(String base, String reading) {
        return base.codePoints().anyMatch(Characters::isKanji)
                && base.codePoints().allMatch(c -> Characters.isCjk(c) || Characters.isIdeographicVariationSelector(c))
                && !reading.isBlank()
                && reading.codePoints().allMatch(Characters::isKana);
    }

    private boolean attributes() {
        if (index + 1 == text.length() || " \t#.".indexOf(text.charAt(index + 1)) < 0) {
            return false;
        }
        Matcher matcher = ATTRIBUTES.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        appendNode(new Extra.TrailingAttributes(input.subSequence(index, text.lastIndexOf('}') + 1)));
        index = text.length();
        return true;
    }

    private boolean codeSpan() {
        int open = BacktickRuns.endOfRun(text, index);
        int length = open - index;
        int close = backticks.next(length, open);
        if (close < 0) {
            appendText(input, index, open);
            index = open;
            return true;
        }
        appendNode(new Code(
                input.subSequence(index, open),
                input.subSequence(open, close),
                input.subSequence(close, close + length)));
        index = close + length;
        return true;
    }

    private boolean backslash() {
        char next = index + 1 < text.length() ? text.charAt(index + 1) : 0;
        if (next == '\n') {
            appendNode(new HardLineBreak(input.subSequence(index, index + 2)));
            index += 2;
            while (index < text.length() && text.charAt(index) == ' ') {
                index++;
            }
            return true;
        }
        int length = LinkScanner.isPunctuation(next) ? 2 : 1;
        appendText(input, index, index + length);
        index += length;
        return true;
    }

    private boolean htmlTag() {
        int end = tags.end(index);
        if (end < 0) {
            return false;
        }
        appendNode(new HtmlInline(input.subSequence(index, end)));
        index = end;
        return true;
    }

    private boolean openBracket(boolean image) {
        int length = image ? 2 : 1;
        Text node = appendSeparateText(input.subSequence(index, index + length));
        brackets.push(node, image, index);
        index += length;
        return true;
    }

    private boolean closeBracket() {
        Brackets.Opener opener = brackets.pop();
        Optional<LinkTarget> target =
                opener == null || !opener.isActive() ? Optional.empty() : target(opener, index + 1);
        if (opener == null || target.isEmpty()) {
            return character();
        }
        flushTextNode();
        int end = target.get().end();
        Extra.Hyperlink link =
                new Extra.Hyperlink(input.subSequence(opener.start(), end), opener.isImage(), target.get());
        Brackets.moveInto(link, opener);
        opener.node().unlink();
        appendNode(link);
        if (!opener.isImage()) {
            brackets.deactivate();
        }
        index = end;
        return true;
    }

    /** Where the text in brackets leads, by what follows it, else by its own words. */
    private Optional<LinkTarget> target(Brackets.Opener opener, int after) {
        Optional<LinkTarget> inline = LinkScanner.inline(text, after);
        if (inline.isPresent()) {
            return inline;
        }
        int endOfLabel = LinkScanner.endOfLabel(text, after);
        if (endOfLabel > after + 2) {
            return defined(text.substring(after + 1, endOfLabel - 1), endOfLabel);
        }
        if (opener.hasBracketInside()) {
            return Optional.empty();
        }
        return defined(text.substring(opener.contentStart(), after - 1), endOfLabel < 0 ? after : endOfLabel);
    }

    private Optional<LinkTarget> defined(String label, int end) {
        return Optional.ofNullable(definitions.get(LinkScanner.normalizedLabel(label)))
                .map(target -> new LinkTarget(target.destination(), target.title(), end));
    }

    @Override
    protected int parseReference(Block paragraph, BasedSequence content) {
        String source = Texts.of(content);
        int label = LinkScanner.endOfLabel(source, 0);
        if (label < 0 || label >= source.length() || source.charAt(label) != ':') {
            return 0;
        }
        String name = LinkScanner.normalizedLabel(source.substring(1, label - 1));
        Optional<LinkTarget> target = name.isEmpty() ? Optional.empty() : LinkScanner.definition(source, label + 1);
        target.ifPresent(t -> definitions.putIfAbsent(name, t));
        return target.map(LinkTarget::end).orElse(0);
    }
}
