package dev.runbook.model;

import dev.runbook.source.Span;
import java.util.Optional;

/**
 * A block that a machine, or for a manual step a person, carries out.
 *
 * @param id as written, or derived from the heading; in a translation, the original's
 * @param explicitId whether the author wrote it
 * @param span the block with its fences, or the list item
 * @param codeSpan the content alone
 * @param info the attribute list in braces as it was written, braces included; empty for a manual step
 * @param expectation of an {@code .output} block behind it
 * @param undoes for {@link Role#UNDO}: the step that it takes back
 */
public record Step(
        StepId id,
        boolean explicitId,
        Role role,
        Action action,
        StepOptions options,
        Span span,
        Span codeSpan,
        String info,
        Optional<Expectation> expectation,
        Optional<StepId> undoes)
        implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.step(this);
    }

    public boolean isManual() {
        return role == Role.MANUAL;
    }
}
