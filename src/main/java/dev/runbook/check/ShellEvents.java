package dev.runbook.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a shell text does to its shell and takes from it, gathered while it is read. */
final class ShellEvents {
    /** A kind of event. */
    enum Kind {
        /** A variable is looked at. */
        READS,
        /** A variable has a value from here on, perhaps in a subshell or for one command only. */
        SETS,
        /** A variable has a value behind the text too. */
        LEAVES,
        UNSETS,
        EXPORTS,
        /** A function. */
        DEFINES,
        /** A command; without a name where it is not plain text. */
        RUNS,
        /** A file is opened, of a path that begins in the working directory. */
        OPENS,
        /** The working directory is another, behind the text too: where to, as far as it is plain text. */
        MOVES,
        /** The same, in a subshell. */
        MOVES_INSIDE
    }

    /**
     * One event.
     *
     * @param start where its name stands
     * @param at from where on it holds
     */
    record Event(Kind kind, String name, int start, int at) {}

    private final List<Event> events = new ArrayList<>();

    void add(Kind kind, String name, int start, int at) {
        events.add(new Event(kind, name, start, at));
    }

    int size() {
        return events.size();
    }

    /** Takes back what was added since there were as many. */
    void cut(int size) {
        events.subList(size, events.size()).clear();
    }

    /** In the order in which they hold. */
    List<Event> inOrder() {
        return events.stream().sorted(Comparator.comparingInt(Event::at)).toList();
    }
}
