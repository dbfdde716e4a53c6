package dev.runbook.markdown;

import dev.runbook.model.Role;
import java.util.Optional;

/**
 * What the classes of a code block make of it.
 *
 * @param role empty for an {@code .output}
 */
record BlockKind(Form form, Optional<Role> role) {
    /** What the block's content is. */
    enum Form {
        CODE,
        FILE,
        PATCH,
        OUTPUT
    }
}
