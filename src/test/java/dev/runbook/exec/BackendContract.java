package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.exec.Command.Program;
import dev.runbook.exec.Ended.How;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every place promises. One subclass a place. */
public abstract class BackendContract extends ShellContract {
    @Test
    void outputAndStatus() throws Exception {
        Result result = run("echo out\necho err >&2\necho out again\n");
        assertEquals("out\nerr\nout again\n", result.out());
        assertEquals(new Ended(How.EXITED, OptionalInt.of(0), Optional.empty()), result.ended());
    }

    @Test
    void streamsApart() throws Exception {
        Recorded recorded = new Recorded();
        Command apart = new Command(
                new Program.Shell(), "echo out\necho err >&2\n", Map.of(), Optional.empty(), true, false, LONG);
        assertEquals(0, session.run(apart, recorded).exitStatus().orElseThrow());
        assertEquals("out\n", recorded.out());
        assertEquals("err\n", recorded.err());
        Recorded failed = new Recorded();
        Command failing = new Command(
                new Program.Shell(), "echo out\necho err >&2\nfalse\n", Map.of(), Optional.empty(), true, false, LONG);
        assertEquals(1, session.run(failing, failed).exitStatus().orElseThrow());
        assertEquals("out\n", failed.out());
        assertEquals("err\n", failed.err());
    }

    @Test
    void timeLimitEndsAllThatTheBlockStarted() throws Exception {
        out("sleep 601 &\n");
        String code = """
                sleep 602 &
                setsid sleep 603 &
                setsid env -i sleep 604 &
                bash -c 'trap "" TERM; sleep 605 & sleep 606; sleep 607'
                echo not reached
                """;
        Result result = run(command(code, Map.of(), Duration.ofMillis(1500)));
        assertEquals(How.TIMED_OUT, result.ended().how());
        assertTrue(!result.out().contains("not reached"), result.out());
        assertEquals("601\n", out("pgrep -x sleep -u \"$(id -un)\" -a | awk '$3 >= 601 && $3 <= 607 { print $3 }'\n"));
        assertEquals("", out("kill %1 2>/dev/null || pkill -f 'sleep 601'\n"));
    }

    @Test
    void nothingRunsAfterTheCommandThatWasEnded() throws Exception {
        Result result = run(command("sleep 600 || true\necho not reached\n", Map.of(), Duration.ofMillis(300)));
        assertEquals(How.TIMED_OUT, result.ended().how());
        assertTrue(!result.out().contains("not reached"), result.out());
    }

    @Test
    void interruptEndsTheCommand() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Ended> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return session.run(command("echo begun\nsleep 600\n"), (s, b, o, l) -> begun.countDown());
            } catch (BackendException e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();
        session.interrupt();
        assertEquals(How.INTERRUPTED, ended.get().how());
        assertEquals("fine\n", out("echo fine\n"));
    }

    @Test
    void nothingGoesOnUnseen() throws Exception {
        Command endless = command("while :; do echo line; sleep 0.01; done\n", Map.of("MARK", "unseen-$$"), LONG);
        assertThrows(
                IllegalStateException.class,
                () -> session.run(endless, (s, b, o, l) -> {
                    throw new IllegalStateException("the disk is full");
                }));
        assertEquals("0\n", out("(grep -lz '^MARK=unseen' /proc/[0-9]*/environ 2>/dev/null || :) | wc -l\n"));
    }

    @Test
    void backgroundProcessesOutliveTheirBlock() throws Exception {
        out("(sleep 0.3; echo late) &\n");
        Result failed = run("sleep 300 &\npid=$!\nfalse\n");
        assertEquals(1, failed.status());
        assertEquals("", out("kill -0 $pid\nkill $pid\n"));
    }

    @Test
    void lateOutputIsNotTakenForTheNextBlocks() throws Exception {
        out("(sleep 0.2; echo late) &\n");
        Thread.sleep(600);
        Result next = run("echo mine\n");
        assertEquals("mine\n", next.out());
        assertEquals("late\n", next.output().stray());
    }

    @Test
    void bytesComeAsTheyWere() throws Exception {
        Result result = run("printf '\\000\\001\\377\\000x\\200'\n");
        assertArrayEquals(
                new byte[] {0, 1, (byte) 0xff, 0, 'x', (byte) 0x80},
                result.output().bytes());
        assertEquals("no newline", out("printf 'no newline'\n"));
        assertEquals("", out(":\n"));
    }

    @Test
    void longOutputIsStreamed() throws Exception {
        long[] seen = new long[1];
        Ended ended = session.run(command("head -c 100000000 /dev/zero\n"), (s, b, o, length) -> seen[0] += length);
        assertEquals(0, ended.exitStatus().orElseThrow());
        assertEquals(100_000_000, seen[0]);
    }

    @Test
    void valuesAreDataWhateverIsInThem() throws Exception {
        List<String> values = List.of(
                "",
                "it's",
                "\"double\"",
                "$(touch /tmp/runbook-ran) `id` ${HOME}",
                "a; b & c | d > e",
                "line\nline\n",
                "日本語 ー　全角",
                "\\ \\\\ \\n",
                "-n",
                "!history *",
                "\t\r\u0001",
                "x".repeat(5000),
                "'\n'");
        for (String value : values) {
            Result result = run(command("printf %s \"$VALUE\"\n", Map.of("VALUE", value), LONG));
            assertEquals(value, result.out());
            assertEquals(value, out("printenv VALUE; printf x\n").replaceFirst("\nx$", ""));
        }
        assertEquals("absent\n", out("[ -e /tmp/runbook-ran ] || echo absent\n"));
    }

    @Test
    void aMegabyteIsAValueButNotInTheEnvironment() throws Exception {
        String value = "あ$(id)'\"".repeat(100_000);
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        Result result = run(command("printf %s \"$VALUE\" | wc -c\nid -un\n", Map.of("VALUE", value), LONG));
        assertEquals(bytes + "\n" + user() + "\n", result.out());
        run("false\n");
        assertEquals(bytes + "\n", out("printf %s \"$VALUE\" | wc -c\n"), "after the shell was replaced");
    }

    @Test
    void longCodeRuns() throws Exception {
        String code = "true # " + "あ".repeat(200) + "\n";
        Result result = run(code.repeat(1000) + "echo end\nfalse\n");
        assertEquals("end\n", result.out());
        assertEquals(1002, result.ended().failedAt().orElseThrow().line());
    }

    @Test
    void anInterpreterReadsTheCode() throws Exception {
        Program awk = new Program.Interpreter(List.of("awk", "-f", Program.Interpreter.CODE), "");
        String code = "BEGIN { print ENVIRON[\"VALUE\"]; exit 4 }\n";
        Result result = run(new Command(awk, code, Map.of("VALUE", "v 1"), Optional.empty(), false, false, LONG));
        assertEquals("v 1\n", result.out());
        assertEquals(4, result.status());
        Program cat =
                new Program.Interpreter(List.of("cat", Program.Interpreter.PRELUDE, Program.Interpreter.CODE), "pre");
        String text = "text\n".repeat(3000);
        assertEquals(
                "pre\n" + text,
                run(new Command(cat, text, Map.of(), Optional.empty(), false, false, LONG))
                        .out());
        Program none = new Program.Interpreter(List.of("nosuchprogram", Program.Interpreter.CODE), "");
        BackendException e = assertThrows(
                BackendException.class,
                () -> run(new Command(none, "x\n", Map.of(), Optional.empty(), false, false, LONG)));
        assertEquals(ExecCode.NO_INTERPRETER, e.code());
        assertEquals("fine\n", out("echo fine\n"));
    }

    @Test
    void anInteractiveCommandSharesTheSessionsState() throws Exception {
        out("known=1\n");
        String files = "ls /dev/shm /tmp | grep -c '^runbook[.]' || :\n";
        String before = out(files);
        assertEquals(
                0,
                session.run(interactive("first=$known\ncd /usr\n"), new Recorded())
                        .exitStatus()
                        .orElseThrow());
        assertEquals(
                3,
                session.run(interactive("second=$first\nexit 3\n"), new Recorded())
                        .exitStatus()
                        .orElseThrow());
        assertEquals("1 1 /usr\n", out("echo $first $second $PWD\n"));
        assertEquals(before, out(files));
    }

    private static Command interactive(String code) {
        return new Command(new Program.Shell(), code, Map.of(), Optional.empty(), false, true, LONG);
    }

    @Test
    void environment() throws Exception {
        assertEquals("C.UTF-8 80 Asia/Tokyo\n" + user() + "\n", out("echo \"$LANG$LC_ALL $COLUMNS $TZ\"\nid -un\n"));
    }

    @Test
    void callsDoNotTouchTheSession() throws Exception {
        Backend.Reply reply =
                backend.call(user(), "cat; echo err >&2; exit 5", "input\0".getBytes(StandardCharsets.UTF_8));
        assertEquals(5, reply.exitStatus());
        assertArrayEquals(
                "input\0".getBytes(StandardCharsets.UTF_8), reply.output().bytes());
        assertEquals("err\n", reply.errors().text());
    }

    @Test
    void unknownUsersAreSaid() {
        BackendException e = assertThrows(BackendException.class, () -> backend.session("no_such_user"));
        assertEquals(ExecCode.NO_SUCH_USER, e.code());
    }
}
