package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.runbook.check.ParameterUses.Use;
import dev.runbook.model.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterUsesTest {
    private static final Set<String> NAMES = Set.of("X", "Y", "DB_NAME");

    /** The code with each use replaced by its context's last word and its name; ⏎ stands for a newline. */
    private static String marked(Step step) {
        String code = step.action().code();
        StringBuilder out = new StringBuilder(code);
        List<Use> uses = ParameterUses.in(step, NAMES);
        for (int i = uses.size() - 1; i >= 0; i--) {
            Use use = uses.get(i);
            String context = use.context().name();
            String mark = context.substring(context.indexOf('_') + 1).toLowerCase(java.util.Locale.ROOT);
            out.replace(use.start(), use.end(), "«" + mark + " " + use.name() + "»");
        }
        return out.toString().replace('\n', '⏎');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                // words
                "echo \"$X\"                          | echo «word X»",
                "echo \"${X}\"                        | echo «word X»",
                "--db=\"$X\" end                      | --db=«word X» end",
                "\"$X\"\"$Y\"                         | «word X»«word Y»",
                "\"$(f \"$X\")\"                      | \"$(f «word X»)\"",
                "f <<< \"$X\"                         | f <<< «word X»",
                // among other text in double quotes
                "\"a $X\"                             | \"a «double X»\"",
                "\"$X.${Y}\"                          | \"«double X».«double Y»\"",
                "\"'$X'\"                             | \"'«double X»'\"",
                "$\"$X\"                              | $\"«double X»\"",
                "\"a\\\"$X\"                          | \"a\\\"«double X»\"",
                "\"$(f)$X\"                           | \"$(f)«double X»\"",
                // bare
                "echo $X                              | echo «bare X»",
                "echo ${X}y                           | echo «bare X»y",
                "A=$X                                 | A=«bare X»",
                "$(f $X)                              | $(f «bare X»)",
                "diff <(f $X) a                       | diff <(f «bare X») a",
                "echo a#$X                            | echo a#«bare X»",
                "$X                                   | «bare X»",
                "(cd $X)                              | (cd «bare X»)",
                "$((1+2))$X                           | $((1+2))«bare X»",
                "$( (f $X) )                          | $( (f «bare X») )",
                "$((f $X); g)                         | $((f «bare X»); g)",
                "$(case a in b) f $X;; esac; g $Y)    | $(case a in b) f «bare X»;; esac; g «bare Y»)",
                "$(case a in (b) f;; esac) $X         | $(case a in (b) f;; esac) «bare X»",
                // nothing to write a value in place of
                "echo '$X'                            | echo '$X'",
                "echo $'a\\'$X'                       | echo $'a\\'$X'",
                "echo \\$X                            | echo \\$X",
                "\"\\$X\"                             | \"\\$X\"",
                "echo # $X                            | echo # $X",
                "f;# $X                               | f;# $X",
                "$(f # $X)⏎)$Y                        | $(f # $X)⏎)«bare Y»",
                "\"${X:-a}\" ${X%.*} ${#X}            | \"${X:-a}\" ${X%.*} ${#X}",
                "${Z:-\"$X\"} $Y                      | ${Z:-\"$X\"} «bare Y»",
                "${Z:-'}'} $Y                         | ${Z:-'}'} «bare Y»",
                "`f \"$X\"` $Y                        | `f \"$X\"` «bare Y»",
                "$((X + $X)) ((X++))                  | $((X + $X)) ((X++))",
                "for ((i=1<<2;i<$X;i++)); do⏎f $Y     | for ((i=1<<2;i<$X;i++)); do⏎f «bare Y»",
                "$XY $X_ $x $1 $? $$ $                | $XY $X_ $x $1 $? $$ $",
                "\"$\" $X                             | \"$\" «bare X»",
                // names that the code sets itself
                "X=1; echo \"$X\" \"$Y\"              | X=1; echo \"$X\" «word Y»",
                "X=1 f \"$X\"                         | X=1 f \"$X\"",
                "for X in a; do f $X; done            | for X in a; do f $X; done",
                "read -r X; f \"$X\"                  | read -r X; f \"$X\"",
                "export X=1; f \"$X\"                 | export X=1; f \"$X\"",
                "f X=1 \"$X\"                         | f X=1 «word X»",
                // here-documents
                "cat <<EOF⏎$X \"$Y\"⏎EOF⏎$X           | cat <<EOF⏎«heredoc X» \"«heredoc Y»\"⏎EOF⏎«bare X»",
                "cat <<'EOF'⏎$X⏎EOF⏎$Y                | cat <<'EOF'⏎$X⏎EOF⏎«bare Y»",
                "cat <<\\EOF⏎$X⏎EOF⏎$Y                | cat <<\\EOF⏎$X⏎EOF⏎«bare Y»",
                "cat <<-EOF⏎\\t$X⏎\\tEOF⏎$Y           | cat <<-EOF⏎\\t«heredoc X»⏎\\tEOF⏎«bare Y»",
                "cat << EOF > \"$X\"⏎\\$X⏎EOF         | cat << EOF > «word X»⏎\\$X⏎EOF",
                "a <<A <<'B'⏎$X⏎A⏎$X⏎B⏎$Y             | a <<A <<'B'⏎«heredoc X»⏎A⏎$X⏎B⏎«bare Y»",
                "a=$(cat <<A⏎$X)⏎A⏎)$Y                | a=$(cat <<A⏎«heredoc X»)⏎A⏎)«bare Y»",
                "cat <<A⏎$(f \"$X\")⏎A                | cat <<A⏎$(f «word X»)⏎A",
                "cat <<A⏎it's # $X⏎A                  | cat <<A⏎it's # «heredoc X»⏎A",
                "cat <<A⏎$X                           | cat <<A⏎«heredoc X»",
                "cat <<A⏎'⏎A⏎echo $X '                | cat <<A⏎'⏎A⏎echo «bare X» '",
            })
    void inShell(String code, String expected) {
        String text = code.replace('⏎', '\n').replace("\\t", "\t");
        assertEquals(expected.replace("\\t", "\t"), marked(Handbooks.script(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "SELECT :'X', :\"Y\";              | SELECT «literal X», «identifier Y»;",
                "CREATE DATABASE :DB_NAME;         | CREATE DATABASE «raw DB_NAME»;",
                "SELECT a::X, ':X', ''':X', 1;     | SELECT a::X, ':X', ''':X', 1;",
                "SELECT \":X\";                    | SELECT \":X\";",
                "SELECT E'\\':X', :'Y';            | SELECT E'\\':X', «literal Y»;",
                "-- :'X'⏎SELECT :'Y'               | -- :'X'⏎SELECT «literal Y»",
                "/* /* */ :'X' */ :'Y'             | /* /* */ :'X' */ «literal Y»",
                "$a$ :'X' $b$ $a$ :'Y' $1          | $a$ :'X' $b$ $a$ «literal Y» $1",
                "SELECT :'X                        | SELECT :'X",
                "\\connect :X                      | \\connect «raw X»",
            })
    void inSql(String code, String expected) {
        assertEquals(expected, marked(Handbooks.sql(code.replace('⏎', '\n'))));
    }

    @Test
    void inFilesOnlyBracedNames() {
        assertEquals(
                "a = «raw X» $X '«raw Y»' ${x} ${X ${X:-1}⏎",
                marked(Handbooks.file("a = ${X} $X '${Y}' ${x} ${X ${X:-1}\n")));
    }

    @Test
    void inConsoleSessionsTheCommandsOnly() {
        String code = "$ true\n$X\n# cat <<A\n> $X\n> A\n$Y\n";
        Step step = Handbooks.console(code, 3, 3, "cat <<A\n$X\nA");
        assertEquals("$ true⏎$X⏎# cat <<A⏎> «heredoc X»⏎> A⏎$Y⏎", marked(step));
    }

    @Test
    void otherInterpretersHaveNone() {
        assertEquals(
                List.of(),
                ParameterUses.in(
                        Handbooks.step(new dev.runbook.model.Action.Script("python", "print('$X')\n")), NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(", "$((", "((a)\n", "${a:-", "`", "\"", "\"$(", "<<A\n", "case a in ", "'", "\\", "$'"})
    void hostileTextEndsSoon(String part) {
        String code = part.repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ParameterUses.in(Handbooks.script(code), NAMES));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ParameterUses.in(Handbooks.sql(code), NAMES));
    }
}
