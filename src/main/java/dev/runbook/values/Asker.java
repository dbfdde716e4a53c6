package dev.runbook.values;

import dev.runbook.model.Parameter;
import dev.runbook.source.Diagnostic;
import java.util.Optional;

/** Asks a person for a value. */
@FunctionalInterface
public interface Asker {
    /** Where there is nobody to ask. */
    Asker NOBODY = (parameter, refused) -> Optional.empty();

    /**
     * Asks for one value; of a secret without showing what is typed.
     *
     * @param refused why the answer before was not taken; empty the first time
     * @return empty if there will be no answer
     */
    Optional<String> ask(Parameter parameter, Optional<Diagnostic> refused);
}
