package dev.runbook.cli;

import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.RunbookId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The runbooks that a person named. */
final class RunbookArguments {
    private RunbookArguments() {}

    /** The one page that is meant. */
    static Page one(Handbook handbook, String words) throws CommandFailed {
        List<Page> found = handbook.find(words);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> similar = similar(handbook, words);
            throw similar.isEmpty()
                    ? new CommandFailed(Problem.UNKNOWN_RUNBOOK, words)
                    : new CommandFailed(Problem.UNKNOWN_RUNBOOK_SIMILAR, words, String.join(", ", similar));
        }
        List<String> ids = found.stream().map(p -> p.id().path()).toList();
        throw new CommandFailed(Problem.AMBIGUOUS_RUNBOOK, words, String.join(", ", ids));
    }

    /** The pages that are meant; all where none was named. */
    static Collection<Page> some(Handbook handbook, List<String> words) throws CommandFailed {
        if (words.isEmpty()) {
            return handbook.pages().values();
        }
        List<Page> pages = new ArrayList<>();
        for (String word : words) {
            pages.add(one(handbook, word));
        }
        return pages;
    }

    private static List<String> similar(Handbook handbook, String words) {
        TreeSet<String> names = new TreeSet<>();
        for (RunbookId id : handbook.pages().keySet()) {
            names.add(id.path());
            names.add(id.name());
        }
        return Similar.to(words, names).stream()
                .flatMap(name -> handbook.find(name).stream())
                .map(page -> page.id().path())
                .toList();
    }
}
