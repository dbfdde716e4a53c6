package dev.runbook.source;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;

/**
 * A kind of diagnostic: a stable code, how much it matters, and its texts.
 *
 * <p>Implemented by one enum in each package that finds something; its texts are the bundle {@code diagnostics} beside
 * the enum, with two keys a constant: {@code <id>} (what is wrong) and {@code <id>.hint} (what to do).
 */
public interface DiagnosticCode {
    /** The enum constant's name. */
    String name();

    Severity severity();

    /** The stable code, as in {@code unknown-attribute}: printed, and kept over versions. */
    default String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    default Messages messages(Language language) {
        return Messages.of(getClass(), "diagnostics", language);
    }
}
