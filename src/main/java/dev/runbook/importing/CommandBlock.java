package dev.runbook.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Commands that one user runs in one shell, as a code block of the draft.
 *
 * @param lines the memo's lines with the code that they became
 * @param language of the fence
 * @param user who runs it, if that is known
 * @param folder where, if that is known and the block does not go there itself
 * @param check whether it only looks
 * @param runs whether it is in a language that can be run at all
 * @param interactive whether it needs a person
 * @param database of SQL, where the prompt names it
 * @param certain whether all of it is certain
 */
record CommandBlock(
        List<Line> lines,
        String language,
        Optional<String> user,
        Optional<String> folder,
        boolean check,
        boolean runs,
        boolean interactive,
        Optional<String> database,
        boolean certain) {
    /** One line of its code. */
    record Line(CommandLine from, String code) {}

    CommandBlock {
        lines = List.copyOf(lines);
    }

    /** The name that its first command gives it: {@code git-fetch}. */
    String name() {
        String[] words = lines.get(0).from().words();
        String program = words[0].substring(words[0].lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "");
        String name = program;
        if (words.length > 1 && words[1].matches("[a-z][a-z0-9-]{1,20}")) {
            name += "-" + words[1];
        }
        name = name.toLowerCase(Locale.ROOT);
        return name.isEmpty() || !Character.isLetterOrDigit(name.charAt(0)) ? "run" : name;
    }

    /**
     * The attribute list by which it is a step.
     *
     * @param id free in its page
     * @param pageUser who runs what names no user
     */
    String attributes(String id, Optional<String> pageUser) {
        StringBuilder list = new StringBuilder("{#" + id + (check ? " .check" : " .exec"));
        user.filter(u -> !pageUser.equals(Optional.of(u)))
                .ifPresent(u -> list.append(" user=").append(u));
        folder.ifPresent(f -> list.append(" cwd=").append(f));
        database.ifPresent(d -> list.append(" db=").append(d));
        return list.append(interactive ? " interactive}" : "}").toString();
    }
}
