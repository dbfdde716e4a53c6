package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.runbook.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the programs themselves make of a secret. */
final class MaskerShellTest {
    private static final List<String> SECRETS = List.of(
            "it's a \"secret\"; $(id) `x` \\ !",
            "two\nlines\tand $more",
            "パス'ワード 秘密",
            "#a,b{c}[d]*?~^|&<>",
            "~home=~/x:%2F+ =",
            "abcd\u001b[0m\u0007e",
            "plainword0123");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf '<%s>' \"$S\"",
                "printf '<%q>' \"$S\"",
                "declare -p S",
                "env -i S=\"$S\" bash -c 'export -p' | grep -v -e PWD -e SHLVL",
                "(set -x; : \"$S\") 2>&1",
                "(set -x; : \"$S\") 2>&1 | LC_ALL=C cat",
                "LC_ALL=C; printf '<%q>' \"$S\"",
                "echo \"${S@Q}\"",
                "alias s=\"$S\"; alias s",
                "printf %s \"$S\" | base64 -w 7",
                "printf 'user:%s\\n' \"$S\" | base64",
                "printf %s \"$S\" | xxd -p",
                "printf %s \"$S\" | xxd -p -u -c 5",
                "printf %s \"$S\" | od -An -v -tx1",
                "env -i S=\"$S\" dash -c 'export -p' | grep -v PWD"
            })
    void hidesWhatAShellPrints(String script) throws Exception {
        Tools.require("xxd");
        Tools.require("dash");
        String bash = Tools.require("bash").toString();
        for (String secret : SECRETS) {
            ProcessBuilder builder = new ProcessBuilder(bash, "-c", script).redirectErrorStream(true);
            builder.environment().put("S", secret);
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            assertHidden(output, secret, script);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import json; print('<%s>' % json.dumps(S))",
                "import json; print('<%s>' % json.dumps(S, ensure_ascii=False))",
                "print('<%r>' % S)",
                "print(S.encode())",
                "import urllib.parse as u; print(u.quote(S), u.quote_plus(S), u.quote(S, safe=''))",
                "import html; print(html.escape(S))",
                "import base64; print(base64.urlsafe_b64encode(b'ab' + S.encode()), base64.b64encode(S.encode()))",
                "import shlex; print(shlex.quote(S))"
            })
    void hidesWhatPythonPrints(String script) throws Exception {
        String python = Tools.require("python3").toString();
        for (String secret : SECRETS) {
            ProcessBuilder builder = new ProcessBuilder(
                            python, "-X", "utf8", "-c", "import os; S = os.environ['S']; " + script)
                    .redirectErrorStream(true);
            builder.environment().put("S", secret);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
            assertHidden(output, secret, script);
        }
    }

    /** No word of the secret is left, and not much else: what stood around it. */
    private static void assertHidden(String output, String secret, String script) {
        String masked = Masker.of(List.of(secret)).mask(output);
        assertNotEquals(output, masked, script);
        List<String> parts =
                new ArrayList<>(List.of("secret", "lines", "more", "ワード", "秘密", "{c", "home", "plain", "0m"));
        parts.removeIf(part -> !secret.contains(part));
        parts.forEach(part -> assertFalse(masked.contains(part), () -> script + " shows " + part + ": " + masked));
        String left = masked.replace(Masker.MASK, "");
        assertFalse(left.length() > 40, () -> script + " leaves " + masked);
    }
}
