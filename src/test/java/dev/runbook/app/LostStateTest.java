package dev.runbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.exec.Plans;
import dev.runbook.exec.Scope;
import dev.runbook.i18n.Language;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Parsed;
import dev.runbook.testing.Expectations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LostStateTest {
    private static final String FRONT = """
            ---
            title: 状態
            user: web
            params:
              DB_NAME: {label: 名前, default: x}
            ---

            ## 手順 {#steps}

            """;

    /** What the last step lacks of those before it, as {@code code name by-step line at-line}. */
    private static List<String> lost(String blocks) {
        Runbook runbook = Expectations.runbook(FRONT + blocks);
        Plan plan = Plans.of(runbook, Scope.ALL, "root");
        int last = plan.steps().size() - 1;
        Parsed<Optional<PlannedStep>> lost = LostState.between(
                runbook, plan.steps().subList(0, last), plan.steps().subList(last, last + 1));
        assertEquals(lost.diagnostics().isEmpty(), lost.value().isEmpty());
        return lost.diagnostics().stream().map(LostStateTest::line).toList();
    }

    private static String line(Diagnostic d) {
        return d.code().id() + " " + d.arguments().get(0) + " #" + d.arguments().get(1) + ":"
                + d.arguments().get(2) + " at " + d.span().startLine() + ":"
                + d.span().startColumn();
    }

    private static String step(String id, String code) {
        return "```bash {#" + id + " .exec}\n" + code.replace("⏎", "\n") + "\n```\n\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "-",
            value = {
                "X=1                    | echo \"$X\"              | lost-variable X",
                "X=1                    | echo ${X:-none}          | lost-variable X",
                "X=1                    | echo ${#X}               | lost-variable X",
                "X=(a b)                | echo \"${X[@]}\"         | lost-variable X",
                "X=1                    | echo $((X + 1))          | lost-variable X",
                "X=1                    | echo `echo $X`           | lost-variable X",
                "X=1                    | echo \"$(echo $X)\"      | lost-variable X",
                "X=1                    | cat <<E⏎$X⏎E            | lost-variable X",
                "X=1                    | X=\"$X more\"            | lost-variable X",
                "X=1                    | (X=2); echo $Y $X        | -",
                "X=1 Y=2; echo          | echo $Y                  | lost-variable Y",
                "read -r X              | echo $X                  | lost-variable X",
                "for X in a b; do :; done| echo $X                 | lost-variable X",
                "declare -a X=1         | echo $X                  | lost-variable X",
                "if true; then X=1; fi  | echo $X                  | lost-variable X",
                "f() { X=1; }; f        | echo $X                  | lost-variable X",
                "X=1                    | echo '$X'                | -",
                "X=1                    | X=2; echo $X             | -",
                "X=1                    | read X; echo $X          | -",
                "X=1                    | X=2 Y=$X; echo $Y        | -",
                "X=1                    | true # $X                | -",
                "X=1                    | echo $XY                 | -",
                "X=1 true               | echo $X                  | -",
                "(X=1)                  | echo $X                  | -",
                "Y=$(X=1; echo)         | echo $X                  | -",
                "f() { local X=1; }     | echo $X                  | -",
                "X=1; unset X           | echo $X                  | -",
                "DB_NAME=y              | echo $DB_NAME            | -",
                "f() { true; }          | f                        | lost-function f",
                "function f { true⏎}    | if f; then true; fi      | lost-function f",
                "f () { true; }         | echo $(f)                | lost-function f",
                "f() { true; }          | f() { false; }; f        | -",
                "f() { true; }          | echo f                   | -",
                "export X=1             | bin/server /x            | lost-export X",
                "X=1; export X          | /bin/server              | lost-export X",
                "export X=1             | systemctl start web      | -",
                "export X=1             | export X=2; /bin/server  | -",
                "export X=1             | X=2 /bin/server          | -",
                "export X=1; unset X    | /bin/server              | -",
                "cd /srv                | tar xf web.tgz           | lost-folder cd /srv",
                "cd /srv && ls          | echo x >web.conf         | lost-folder cd /srv",
                "cd \"$DB_NAME\"        | cd live                  | lost-folder cd \"$DB_NAME\"",
                "pushd /srv             | (cd live; ls)            | lost-folder pushd /srv",
                "cd /srv                | cd /opt && ls            | -",
                "cd /srv                | cd \"$DB_NAME\"; ls      | -",
                "cd /srv                | cd ~/live; ls            | -",
                "cd /srv                | echo x >/etc/web         | -",
                "cd /srv                | systemctl restart web    | -",
                "(cd /srv && ls)        | ls                       | -",
                "cd /srv; ls; cd -      | ls                       | -",
                "cd /srv; cd            | ls                       | -",
            })
    void oneStepAfterAnother(String first, String second, String expected) {
        List<String> found = lost(step("first", first.strip()) + step("second", second.strip()));

        assertEquals(
                expected == null ? List.of() : List.of(expected.strip()),
                found.stream()
                        .map(line -> line.replaceFirst(" #first:\\d+ at .*", ""))
                        .toList());
    }

    @Test
    void bothPlacesAreToldAndEachThingOnce() {
        assertEquals(
                List.of("lost-variable VERSION #a:12 at 16:7"),
                lost(step("a", "true⏎VERSION=1") + step("b", "echo $VERSION⏎echo $VERSION")));
    }

    @Test
    void aStepInBetweenThatIsNotRunCountsToo() {
        assertEquals(
                List.of("lost-variable X #b:15 at 19:7"),
                lost(step("a", "X=1") + step("b", "X=2") + step("c", "echo $X")));
    }

    @Test
    void eachUserHasAShell() {
        String other = "```bash {#other .exec user=postgres}\nX=1\n```\n\n";
        assertEquals(List.of(), lost(other + step("b", "echo $X")));
        String root = "```console {#root .exec}\n# X=1\n```\n\n";
        assertEquals(List.of(), lost(root + step("b", "echo $X")));
        String web = "```console {#web .exec}\n# true\n$ X=1\n```\n\n";
        assertEquals(
                List.of("lost-variable X #web:12 at 16:9"), lost(web + "```console {#b .check}\n$ echo $X\n```\n"));
    }

    @Test
    void aFolderOfTheStepsOwnIsEnough() {
        assertEquals(List.of(), lost(step("a", "cd /srv") + "```bash {#b .exec cwd=/srv}\nls\n```\n"));
    }

    @Test
    void programsThatAreNoShellNeedTheEnvironmentAndTheFolder() {
        assertEquals(
                List.of("lost-export X #a:11 at 15:1", "lost-folder cd /srv #a:12 at 15:1"),
                lost(step("a", "export X=1⏎cd /srv") + "```python {#b .exec}\nprint()\n```\n"));
        assertEquals(
                List.of("lost-export X #a:11 at 15:1"),
                lost(step("a", "export X=1⏎cd /srv") + "```sql {#b .exec db=x}\nselect 1;\n```\n"));
    }

    @Test
    void whatIsNotWellFormedIsReadAsFarAsItGoes() {
        for (String code : List.of(
                "X=", "cd", "f() {", "export", "echo ${", "echo $((", "cat <<", "(", "case", "function", "for")) {
            lost(step("a", code) + step("b", code));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachHasATextAndAHintAndThereIsNoOther(Language language) {
        Set<String> expected = Arrays.stream(LostCode.values())
                .map(DiagnosticCode::id)
                .flatMap(id -> Stream.of(id, id + ".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, LostCode.LOST_FOLDER.messages(language).keys());
    }
}
