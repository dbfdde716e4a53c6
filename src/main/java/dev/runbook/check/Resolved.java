package dev.runbook.check;

import dev.runbook.model.RunbookId;
import java.util.Optional;

/** Where a link of a page leads. Paths and fragments are percent-decoded. */
public sealed interface Resolved {
    /** Calls the one method of {@code visitor} that fits. */
    <R> R accept(Visitor<R> visitor);

    /** One method a kind of target. */
    interface Visitor<R> {
        R external(External external);

        R anchor(Anchor anchor);

        R page(ToPage page);

        R asset(ToAsset asset);

        R broken(Broken broken);
    }

    /** Out of the handbook: the destination has a scheme or a host. */
    record External(String url) implements Resolved {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.external(this);
        }
    }

    /**
     * A place on the page that the link stands on.
     *
     * @param id a section's, a step's or another anchor's; empty for the page's top
     */
    record Anchor(String id) implements Resolved {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anchor(this);
        }
    }

    /**
     * A page of the handbook, in the language of the page that the link stands on where it exists in it.
     *
     * @param fragment an anchor that exists on that page
     */
    record ToPage(RunbookId page, Optional<String> fragment) implements Resolved {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.page(this);
        }
    }

    /**
     * A file beside the pages.
     *
     * @param path relative to the handbook's folder, with {@code /}
     */
    record ToAsset(String path) implements Resolved {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.asset(this);
        }
    }

    /**
     * Nowhere.
     *
     * @param path what was looked for, relative to the handbook's folder; the destination as written where it has none
     * @param fragment the anchor that is not there, for the reasons {@code NO_ANCHOR} and {@code NO_ANCHOR_HERE}
     */
    record Broken(Reason reason, String path, String fragment) implements Resolved {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** Why a link leads nowhere. */
    enum Reason {
        /** The destination is empty. */
        EMPTY,
        /** It begins with {@code /}, which no file of a handbook does. */
        ABSOLUTE,
        /** It leads out of the handbook's folder. */
        OUTSIDE,
        /** There is no such file. */
        MISSING,
        /** There is a file whose name differs in upper and lower case only. */
        CASE,
        /** There is such a folder, and no {@code index.md} in it. */
        NO_INDEX,
        /** The page is there, the anchor is not. */
        NO_ANCHOR,
        /** The anchor is not on this page. */
        NO_ANCHOR_HERE
    }
}
