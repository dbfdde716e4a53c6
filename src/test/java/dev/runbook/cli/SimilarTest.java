package dev.runbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SimilarTest {
    private static final List<String> KNOWN = List.of("check", "build", "database/backup", "--strict");

    @Test
    void slipsAndBeginningsAreRecognised() {
        assertEquals(Optional.of("check"), Similar.to("chekc", KNOWN));
        assertEquals(Optional.of("build"), Similar.to("biuld", KNOWN));
        assertEquals(Optional.of("database/backup"), Similar.to("databse/bakup", KNOWN));
        assertEquals(Optional.of("--strict"), Similar.to("--str", KNOWN));
    }

    @Test
    void anotherWordIsNotGuessed() {
        assertEquals(Optional.empty(), Similar.to("x", KNOWN));
        assertEquals(Optional.empty(), Similar.to("-x", KNOWN));
        assertEquals(Optional.empty(), Similar.to("deploy", KNOWN));
    }
}
