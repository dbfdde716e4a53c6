package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.HashMap;
import java.util.Map;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** The languages that the library knows, line by line. */
final class LibraryLexer implements Lexer {
    /**
     * A longer line is plain, in characters: some of the library's scanners look at the rest of the line from each
     * quote, and nobody reads such a line.
     */
    private static final int LONGEST_LINE = 2_000;

    /** A token maker keeps its place in the text in itself: each thread has its own. */
    private static final ThreadLocal<Map<String, TokenMaker>> MAKERS = ThreadLocal.withInitial(HashMap::new);

    private final String language;

    LibraryLexer(String language) {
        this.language = LibraryLanguages.canonical(language);
    }

    static boolean knows(String language) {
        return LibraryLanguages.knows(language);
    }

    @Override
    public void lex(String code, Tokens out) {
        TokenMaker maker = MAKERS.get().computeIfAbsent(language, LibraryLanguages::maker);
        char[] text = code.toCharArray();
        int state = TokenTypes.NULL;
        int start = 0;
        while (start < text.length) {
            int end = Scan.lineEnd(code, start);
            if (end - start <= LONGEST_LINE) {
                state = line(maker, new Segment(text, start, end - start), state, start, out);
            }
            start = end + 1;
        }
    }

    /** Adds the tokens of a line and returns the state in which the next one begins. */
    private int line(TokenMaker maker, Segment line, int state, int start, Tokens out) {
        int last = TokenTypes.NULL;
        boolean keyPossible = language.equals("yaml");
        org.fife.ui.rsyntaxtextarea.Token token;
        for (token = maker.getTokenList(line, state, start); token != null; token = token.getNextToken()) {
            last = token.getType();
            if (!token.isPaintable() || token.length() == 0) {
                continue;
            }
            Kind kind = LibraryLanguages.kind(last, language);
            if (keyPossible && kind == Kind.OPERATOR && token.charAt(0) == ':') {
                out.add(Kind.OPERATOR, token.getOffset(), token.getEndOffset());
                keyPossible = false;
                continue;
            }
            if (keyPossible && kind == Kind.PLAIN && !token.isWhitespace() && isKey(line, token)) {
                kind = Kind.KEY;
            }
            out.add(kind, token.getOffset(), token.getEndOffset());
        }
        return last;
    }

    /** Whether nothing but name characters stands between the token and a colon: a YAML key. */
    private static boolean isKey(Segment line, org.fife.ui.rsyntaxtextarea.Token token) {
        int at = token.getEndOffset();
        int end = line.offset + line.count;
        while (at < end && (Scan.isName(line.array[at]) || line.array[at] == '-' || line.array[at] == '.')) {
            at++;
        }
        return at < end && line.array[at] == ':';
    }
}
