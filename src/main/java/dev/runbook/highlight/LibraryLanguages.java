package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HostsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HtaccessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.WindowsBatchTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;

/** The library's languages under the names that authors write, and its token types as ours. */
final class LibraryLanguages {
    private static final Map<String, Supplier<TokenMaker>> MAKERS = new HashMap<>();
    private static final Map<String, String> CANONICAL = new HashMap<>();

    static {
        language(SQLTokenMaker::new, "sql", "psql", "postgresql", "mysql");
        language(YamlTokenMaker::new, "yaml", "yml");
        language(JsonTokenMaker::new, "json", "jsonc", "json5");
        language(PythonTokenMaker::new, "python", "py", "python3");
        language(RubyTokenMaker::new, "ruby", "rb");
        language(XMLTokenMaker::new, "xml", "svg");
        language(HTMLTokenMaker::new, "html");
        language(CSSTokenMaker::new, "css");
        language(JavaScriptTokenMaker::new, "javascript", "js", "node");
        language(TypeScriptTokenMaker::new, "typescript", "ts");
        language(DockerTokenMaker::new, "dockerfile", "docker", "containerfile");
        language(MakefileTokenMaker::new, "makefile", "make");
        language(PerlTokenMaker::new, "perl", "pl");
        language(PHPTokenMaker::new, "php");
        language(GoTokenMaker::new, "go", "golang");
        language(JavaTokenMaker::new, "java");
        language(KotlinTokenMaker::new, "kotlin", "kt");
        language(GroovyTokenMaker::new, "groovy");
        language(RustTokenMaker::new, "rust", "rs");
        language(CTokenMaker::new, "c", "h");
        language(CPlusPlusTokenMaker::new, "cpp", "c++");
        language(CSharpTokenMaker::new, "csharp", "cs");
        language(LuaTokenMaker::new, "lua");
        language(HtaccessTokenMaker::new, "apache", "htaccess");
        language(HostsTokenMaker::new, "hosts");
        language(WindowsBatchTokenMaker::new, "bat", "batch", "cmd");
    }

    private LibraryLanguages() {}

    private static void language(Supplier<TokenMaker> maker, String... names) {
        MAKERS.put(names[0], maker);
        for (String name : names) {
            CANONICAL.put(name, names[0]);
        }
    }

    static boolean knows(String name) {
        return CANONICAL.containsKey(name);
    }

    static String canonical(String name) {
        return CANONICAL.getOrDefault(name, name);
    }

    static TokenMaker maker(String canonical) {
        Supplier<TokenMaker> maker = MAKERS.get(canonical);
        if (maker == null) {
            throw new IllegalArgumentException(canonical);
        }
        return maker.get();
    }

    /**
     * A token type of the library as ours. Its error types are what they nearly are: a string that goes on in the next
     * line is no error of the author's.
     */
    static Kind kind(int type, String language) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> Kind.COMMENT;
            case TokenTypes.RESERVED_WORD -> Kind.KEYWORD;
            case TokenTypes.RESERVED_WORD_2, TokenTypes.LITERAL_BOOLEAN, TokenTypes.PREPROCESSOR -> Kind.BUILTIN;
            case TokenTypes.FUNCTION -> Kind.FUNCTION;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> Kind.NUMBER;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA -> Kind.STRING;
            case TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION, TokenTypes.MARKUP_DTD -> Kind.TYPE;
            case TokenTypes.VARIABLE -> language.equals("json") ? Kind.KEY : Kind.VARIABLE;
            case TokenTypes.MARKUP_ENTITY_REFERENCE -> Kind.VARIABLE;
            case TokenTypes.OPERATOR -> Kind.OPERATOR;
            case TokenTypes.MARKUP_TAG_DELIMITER,
                    TokenTypes.MARKUP_TAG_NAME,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER -> Kind.TAG;
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> Kind.ATTRIBUTE;
            default -> Kind.PLAIN;
        };
    }
}
