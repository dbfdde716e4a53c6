package dev.runbook.exec.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SshTargetTest {
    @ParameterizedTest
    @CsvSource({
        "ssh://web1, -- web1",
        "ssh://web1/, -- web1",
        "SSH://web1:2222, -p 2222 -- web1",
        "ssh://mastodon@web1.example.com:22, -l mastodon -p 22 -- web1.example.com",
        "ssh://a%40b@web1, -l a@b -- web1",
        "ssh://root@[2001:db8::1]:2222, -l root -p 2222 -- 2001:db8::1",
        "ssh://[fe80::1%eth0], -- fe80::1%eth0",
        "web1, -- web1",
        "mastodon@web1, -l mastodon -- web1",
        "a@b@web1, -l a@b -- web1",
        "2001:db8::1, -- 2001:db8::1",
        "本番, -- 本番"
    })
    void wordsForSsh(String text, String words) throws Exception {
        SshTarget target = SshTarget.parse(text);

        assertEquals(List.of(words.split(" ", -1)), target.words());
        assertEquals(target, SshTarget.parse(target.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh://",
                "ssh://user@",
                "ssh://@web1",
                "@web1",
                "ssh://user:password@web1",
                "user:password@web1",
                "ssh://web1:0",
                "ssh://web1:65536",
                "ssh://web1:99999999999",
                "ssh://web1:http",
                "ssh://web1:",
                "ssh://web1/path",
                "ssh://a%zz@web1",
                "ssh://-oProxyCommand=id",
                "-oProxyCommand=id",
                "-l@web1",
                "web1 -v",
                "web1\n",
                "web1;id",
                "$(id)@web1",
                "ssh://%0aroot@web1",
                "http://web1",
                "sftp://web1",
            })
    void isNone(String text) {
        BackendException refused = assertThrows(BackendException.class, () -> SshTarget.parse(text));

        assertEquals(ExecCode.BAD_ADDRESS, refused.code());
        assertEquals(List.of(text), refused.arguments());
    }
}
