package dev.runbook.report;

/**
 * A line that GitHub Actions reads as a command: {@code ::error file=a.md,line=3,title=…::message}. Characters that would
 * end a part of it are written as GitHub decodes them.
 */
final class WorkflowCommand {
    private final StringBuilder line = new StringBuilder("::");
    private boolean first = true;

    /** One of {@code error}, {@code warning} and {@code notice}. */
    WorkflowCommand(String name) {
        line.append(name);
    }

    WorkflowCommand with(String property, Object value) {
        line.append(first ? ' ' : ',').append(property).append('=').append(property(String.valueOf(value)));
        first = false;
        return this;
    }

    /** The whole line, with its newline. */
    String says(String message) {
        return line + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
