package dev.runbook.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.runbook.values.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What listeners are told of decisions, before these are acted upon. */
final class DecidedTest extends Executed {
    private static final String PAGE = """
            ```bash {#one .exec}
            false
            ```

            ```bash {#two .exec}
            true
            ```

            ```bash {#three .exec}
            true
            ```
            """;

    @Test
    void decisionsAreToldWithTheirReasonsAndARunAsItStandsIsNot() throws Exception {
        script.before.add(RUN);
        script.after.add(new Decision.GoOn());
        script.before.add(new Decision.Skip("要らない"));
        script.before.add(new Decision.Stop("夜が明けてから"));

        run(PAGE);

        assertEquals(List.of("one GoOn[]", "two Skip[why=要らない]", "three Stop[why=夜が明けてから]"), told.decisions());
    }

    @Test
    void theirTextsHoldNoSecret() throws Exception {
        values = new Values(Map.of("TOKEN", "s3cret-t0ken"), Set.of("TOKEN"));
        script.before.add(new Decision.Run(Optional.of("echo s3cret-t0ken\n")));
        script.before.add(new Decision.Skip("s3cret-t0ken"));
        script.before.add(new Decision.Stop("s3cret-t0ken"));

        run(PAGE);

        assertEquals(3, told.decisions().size(), told.decisions().toString());
        assertFalse(
                told.decisions().toString().contains("s3cret"), told.decisions().toString());
        assertFalse((told.lines() + told.output()).contains("s3cret"));
    }
}
