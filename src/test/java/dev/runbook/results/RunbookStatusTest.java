package dev.runbook.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunbookStatusTest {
    @ParameterizedTest
    @CsvSource({
        "PASSED, PASSED, true",
        "MANUAL, PASSED MANUAL, true",
        // An undo that was not run: a verification takes nothing back unless it is asked to.
        "PASSED, PASSED NEVER, true",
        "STUBBED, PASSED STUBBED, false",
        "MANUAL, PASSED STUBBED MANUAL, false",
        "MANUAL, MANUAL, false",
        "SKIPPED, PASSED SKIPPED, false",
        "TOO_OLD, TOO_OLD, false",
        "STALE, PASSED PASSED, false",
        "NEVER, NEVER NEVER, false",
        "ERRORED, PASSED, false",
        "FAILED, PASSED FAILED, false"
    })
    void itHoldsWhereAllThatAMachineCanProvePassed(Standing standing, String steps, boolean holds) {
        assertEquals(holds, status(standing, steps).holds());
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, MANUAL MANUAL, false", "MANUAL, MANUAL PASSED, true", "NEVER, NEVER, true"})
    void whatAPersonMustDoIsNotForAMachineToProve(Standing standing, String steps, boolean provable) {
        assertEquals(provable, status(standing, steps).isProvable());
    }

    private static RunbookStatus status(Standing standing, String steps) {
        Map<String, StepStatus> all = new LinkedHashMap<>();
        Arrays.stream(steps.split(" ", -1))
                .forEach(s -> all.put("s" + all.size(), new StepStatus(Standing.valueOf(s), Optional.empty())));
        return new RunbookStatus(standing, false, false, all, Optional.empty());
    }
}
