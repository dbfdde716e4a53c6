package dev.runbook.cli;

import java.util.Locale;

/** What a person can answer with one key: the same keys in every language. */
enum Answer {
    RUN(Person.ENTER),
    RETRY('r'),
    HOLDS('y'),
    DOES_NOT_HOLD('n'),
    SKIP('s'),
    EDIT('e'),
    REST('a'),
    SHELL('!'),
    OUTPUT('o'),
    BACK('b'),
    UNDO('u'),
    QUIT('q'),
    HELP('?');

    private final int key;

    Answer(int key) {
        this.key = key;
    }

    int key() {
        return key;
    }

    /** The key's name on a keyboard. */
    String keyName() {
        return key == Person.ENTER ? "Enter" : Character.toString(key);
    }

    /** The end of the keys of its texts. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
