package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfailingScriptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "systemctl is-active nginx || true",
                "test -e /a || :\n",
                "# look\n\ngrep -c '^a' /etc/a || echo \"missing in $s\"\necho done",
                "curl -s x 2>/dev/null | grep -q ok || exit 0",
                "grep a b > /dev/null 2>&1 || true",
                "grep a \\\n  b || true",
                "true",
            })
    void cannotFail(String script) {
        assertTrue(UnfailingScript.test(script));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "systemctl is-active nginx",
                "false; true", // a block ends at its first failing command
                "test -e /a || exit 1",
                "a || true\nb",
                "a || true && b",
                "a || true | grep b",
                "for i in 1; do\nfalse\ndone || true",
                "echo $(false)",
                "echo `false`",
                "echo ${A:?}",
                "echo > /full",
                "a || { echo no; exit 1; }",
                "cat <<EOF || true\nEOF",
                "truenas",
            })
    void mayFail(String script) {
        assertFalse(UnfailingScript.test(script));
    }

    @Test
    void hostileTextEndsSoon() {
        String script = "a 2>/dev/null ".repeat(600) + "(";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> UnfailingScript.test(script));
    }
}
