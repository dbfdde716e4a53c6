package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.Command.Program;
import dev.runbook.exec.Ended.How;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session promises of its shell: what blocks leave in it, and what ends them. See {@link BackendContract}. */
public abstract class ShellContract {
    static final Duration LONG = Duration.ofSeconds(60);

    Backend backend;
    Session session;

    /** The place under test, with {@link #user} in it. */
    protected abstract Backend open() throws Exception;

    /** An account of the place. */
    protected abstract String user();

    @BeforeEach
    void openPlace() throws Exception {
        backend = open();
        session = backend.session(user());
    }

    @AfterEach
    void closePlace() {
        backend.close();
    }

    static Command command(String code) {
        return command(code, Map.of(), LONG);
    }

    static Command command(String code, Map<String, String> variables, Duration timeout) {
        return new Command(new Program.Shell(), code, variables, Optional.empty(), false, false, timeout);
    }

    record Result(Ended ended, Recorded output) {
        String out() {
            return output.out();
        }

        int status() {
            return ended.exitStatus().orElseThrow();
        }
    }

    Result run(Command command) throws BackendException {
        Recorded recorded = new Recorded();
        return new Result(session.run(command, recorded), recorded);
    }

    Result run(String code) throws BackendException {
        return run(command(code));
    }

    String out(String code) throws BackendException {
        Result result = run(code);
        assertEquals(0, result.status(), result.out());
        return result.out();
    }

    @Test
    void stateOutlivesBlocks() throws Exception {
        out("""
                word='two words'
                list=(a 'b c')
                declare -A map=([k]=v)
                export EXPORTED=$'line\\nline'
                greet() { echo "hello $1"; }
                shopt -s expand_aliases
                alias hi='echo hi there'
                set -o noglob
                umask 027
                set -- x 'y z'
                cd /usr
                """);
        String questions = """
                echo "$word|${list[1]}|${map[k]}|$(printenv EXPORTED | wc -l)"
                greet you
                hi
                echo *
                umask
                echo "$#:$2"
                pwd
                """;
        String answers = "two words|b c|v|2\nhello you\nhi there\n*\n0027\n2:y z\n/usr\n";
        assertEquals(answers, out(questions));
        assertEquals(3, run("exit 3\n").status());
        assertEquals(answers, out(questions), "after exit");
        assertEquals(1, run("false\n").status());
        assertEquals(answers, out(questions), "after a failed command");
        assertEquals(
                How.TIMED_OUT,
                run(command("sleep 600\n", Map.of(), Duration.ofMillis(300)))
                        .ended()
                        .how());
        assertEquals(answers, out(questions), "after a time limit");
    }

    @Test
    void whatIsSetBeforeExitOrFailureIsKept() throws Exception {
        run("kept=1\nexit 0\nkept=2\n");
        assertEquals("1\n", out("echo $kept\n"));
        run("kept=3\nfalse\nkept=4\n");
        assertEquals("3\n", out("echo $kept\n"));
    }

    @Test
    void stopsAtTheFirstFailingCommandAndNamesItsLine() throws Exception {
        assertFailsAt(3, "ls /nonexistent", "true\n\nls /nonexistent\necho not reached\n");
        assertFailsAt(2, "false", "if true; then\n  false\nfi\necho not reached\n");
        assertFailsAt(2, "grep -q x /dev/null", "true\ngrep -q x \\\n  /dev/null\necho not reached\n");
        assertFailsAt(2, "false", "f() {\n  false\n}\nf\necho not reached\n");
        assertFailsAt(5, "nosuchcommand", "cat <<X\na\nb\nX\nnosuchcommand\n");
        assertFailsAt(1, "false", "false | cat\necho not reached\n");
        assertFailsAt(2, "false", "true |\n  false |\n  cat\necho not reached\n");
        assertFailsAt(1, "false", "false |\n  grep '|' |\n  cat\n".replace("grep '|'", "tee '/dev/null'"));
        assertFailsAt(2, "[[ a = b ]]", "true\n[[ a = b ]]\necho not reached\n");
    }

    private void assertFailsAt(int line, String command, String code) throws BackendException {
        Result result = run(code);
        assertNotEquals(0, result.status(), code);
        assertTrue(!result.out().contains("not reached"), result.out());
        assertEquals(line, result.ended().failedAt().orElseThrow().line(), code);
        assertEquals(command, result.ended().failedAt().orElseThrow().command(), code);
    }

    @Test
    void syntaxErrorsFailAndLeaveTheShellUsable() throws Exception {
        Result result = run("echo \"unclosed\n");
        assertEquals(2, result.status());
        assertTrue(result.out().contains("unexpected EOF"), result.out());
        assertEquals("fine\n", out("echo fine\n"));
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertEquals("0\nend\n", out("cat | wc -c\nread -r line || echo end\n"));
        assertEquals("no terminal\n", out("if ! (: </dev/tty) 2>/dev/null; then echo no terminal; fi\n"));
    }

    @Test
    void aBlocksTrapsAreItsOwn() throws Exception {
        assertEquals("work\nbye\n", out("trap 'echo bye' EXIT\necho work\n"));
        assertEquals("next\n", out("echo next\n"));
        assertEquals(
                "work\nbye\n", run("trap 'echo bye' EXIT\necho work\nfalse\n").out());
        assertEquals("sub\n", out("(trap 'echo sub' EXIT)\n"));
        assertEquals("failed\n", run("trap 'echo failed' ERR\nfalse\n").out());
        assertEquals("usr1\n", out("trap 'echo usr1' USR1\nkill -USR1 $$\n"));
    }

    @Test
    void tracingShowsTheBlockAlone() throws Exception {
        assertEquals("+++ true\n+++ set +x\n", run("set -x\ntrue\nset +x\n").out());
        assertEquals("+++ false\n", run("set -x\nfalse\n").out());
        assertEquals("+++ echo still\nstill\n", run("echo still\n").out());
        run("{ set +x; } 2>/dev/null\n");
    }

    @Test
    void theShellMayBeReplacedOrKilled() throws Exception {
        assertEquals("gone\n", run("exec echo gone\n").out());
        assertEquals("fine\n", out("echo fine\n"));
        assertEquals(137, run("kill -9 $$\n").status());
        assertEquals("fine\n", out("echo fine\n"));
    }

    @Test
    void breakReturnAndRedirectionsStayInTheBlock() throws Exception {
        assertTrue(run("break\necho ok\n").out().endsWith("ok\n"));
        assertEquals("a\n", out("echo a\nreturn 0\necho b\n"));
        assertEquals("", out("exec >/dev/null 2>&1\necho lost\n"));
        assertEquals("back\n", out("echo back\n"));
    }

    @Test
    void directoryForOneCommand() throws Exception {
        out("cd /usr\n");
        Command there =
                new Command(new Program.Shell(), "pwd\n", Map.of(), Optional.of("/var/lib"), false, false, LONG);
        assertEquals("/var/lib\n", run(there).out());
        assertEquals("/usr\n", out("pwd\n"));
        Command missing =
                new Command(new Program.Shell(), "pwd\n", Map.of(), Optional.of("/no/such"), false, false, LONG);
        assertEquals(1, run(missing).status());
        assertEquals("/usr\n", out("pwd\n"));
    }

    @Test
    void aShellThatASignalEndsDidNotSucceed() throws Exception {
        assertEquals(143, run("true; kill -TERM $$\n").status());
        assertEquals(0, run("exit 0\n").status());
    }
}
