package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Colours code. Holds nothing: may be used by several threads at once. */
public final class Highlighter {
    private static final Lexer SHELL = new ShellLexer();
    private static final Map<String, Lexer> OWN = Map.ofEntries(
            Map.entry("bash", SHELL),
            Map.entry("sh", SHELL),
            Map.entry("shell", SHELL),
            Map.entry("zsh", SHELL),
            Map.entry("ksh", SHELL),
            Map.entry("console", new ConsoleLexer(SHELL)),
            Map.entry("shell-session", new ConsoleLexer(SHELL)),
            Map.entry("terminal", new ConsoleLexer(SHELL)),
            Map.entry("diff", new DiffLexer()),
            Map.entry("patch", new DiffLexer()),
            Map.entry("nginx", new NginxLexer()),
            Map.entry("ini", SettingsLexer.INI),
            Map.entry("toml", SettingsLexer.INI),
            Map.entry("cfg", SettingsLexer.INI),
            Map.entry("systemd", SettingsLexer.INI),
            Map.entry("properties", SettingsLexer.INI),
            Map.entry("env", SettingsLexer.INI),
            Map.entry("dotenv", SettingsLexer.INI),
            Map.entry("conf", SettingsLexer.CONF));

    private Highlighter() {}

    /**
     * The tokens of a code in order; put together, their texts are the code.
     *
     * @param language a fenced block's language word; plain where it is unknown or empty
     */
    public static List<Token> tokens(String language, String code) {
        if (code.isEmpty()) {
            return List.of();
        }
        String name = language.toLowerCase(Locale.ROOT);
        Lexer own = OWN.get(name);
        if (own == null && !LibraryLexer.knows(name)) {
            return List.of(new Token(Kind.PLAIN, code));
        }
        Tokens out = new Tokens(code);
        (own != null ? own : new LibraryLexer(name)).lex(code, out);
        return out.finish();
    }

    /** Whether code of this language is a diff, each line of which is a token. */
    public static boolean isDiff(String language) {
        return OWN.get(language.toLowerCase(Locale.ROOT)) instanceof DiffLexer;
    }
}
