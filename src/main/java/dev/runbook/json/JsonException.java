package dev.runbook.json;

/** A text is not JSON, or not of the form that its reader needs. The message is for a log: English, with the place. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
