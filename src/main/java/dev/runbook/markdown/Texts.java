package dev.runbook.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import com.vladsch.flexmark.util.sequence.SubSequence;

/** What inline nodes say, once Markdown's syntax is taken away. */
final class Texts {
    private Texts() {}

    /** The characters of a sequence; flexmark copies them one by one, even where they are a part of the source. */
    static String of(BasedSequence chars) {
        return chars instanceof SubSequence
                ? ((CharSequence) chars.getBase())
                        .subSequence(chars.getStartOffset(), chars.getEndOffset())
                        .toString()
                : chars.toString();
    }

    /** A text with its backslash escapes and entities undone. */
    static String unescaped(BasedSequence chars) {
        String text = of(chars);
        return text.indexOf('\\') < 0 && text.indexOf('&') < 0 ? text : Escaping.unescapeString(text);
    }

    /**
     * "First, line endings are converted to spaces. If the resulting string both begins and ends with a space character,
     * but does not consist entirely of space characters, a single space character is removed from the front and back."
     */
    static String code(Code node) {
        String code = of(node.getText()).replace('\n', ' ');
        if (node.getAncestorOfType(Table.Cell.class) != null) {
            // GFM, section 4.10: a bar is escaped in a cell "including inside of other inline spans".
            code = code.replace("\\|", "|");
        }
        boolean spaced = code.length() > 1 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        return spaced ? code.substring(1, code.length() - 1) : code;
    }
}
