package dev.runbook.cli;

/** Text styles of a terminal, or none of them. */
record Style(boolean colour) {
    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String underlined(String text) {
        return paint("4", text);
    }

    String red(String text) {
        return paint("1;31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String cyan(String text) {
        return paint("36", text);
    }

    /** The text with a Select Graphic Rendition, and without it after. */
    String paint(String sgr, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + sgr + "m" + text + "\u001b[0m" : text;
    }
}
