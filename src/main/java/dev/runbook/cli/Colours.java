package dev.runbook.cli;

/** Whether output is coloured. */
final class Colours {
    private Colours() {}

    /** The style for one of the streams, by {@code --color}, {@code NO_COLOR} and {@code TERM}. */
    static Style style(String when, Host host, boolean terminal) {
        return switch (when) {
            case "always" -> new Style(true);
            case "never" -> new Style(false);
            default ->
                new Style(terminal
                        && host.variable("NO_COLOR").isEmpty()
                        && !host.variable("TERM").equals("dumb"));
        };
    }
}
