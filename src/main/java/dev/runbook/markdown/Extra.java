package dev.runbook.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;

/** An inline node that flexmark does not have, or not as it is needed here. */
abstract class Extra extends Node {
    Extra(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /** {@code ~~text~~}. */
    static final class Strikethrough extends Extra {
        Strikethrough() {
            super(BasedSequence.NULL);
        }
    }

    /** A link or image, its reference resolved. */
    static final class Hyperlink extends Extra {
        private final boolean image;
        private final String destination;
        private final Optional<String> title;

        Hyperlink(BasedSequence chars, boolean image, LinkTarget target) {
            super(chars);
            this.image = image;
            this.destination = target.destination();
            this.title = target.title();
        }

        boolean isImage() {
            return image;
        }

        String destination() {
            return destination;
        }

        Optional<String> title() {
            return title;
        }
    }

    /** {@code {漢字|かんじ}}. */
    static final class Ruby extends Extra {
        private final String base;
        private final String reading;

        Ruby(BasedSequence chars, String base, String reading) {
            super(chars);
            this.base = base;
            this.reading = reading;
        }

        String base() {
            return base;
        }

        String reading() {
            return reading;
        }
    }

    /** {@code https://…}, with or without angle brackets. */
    static final class BareUrl extends Extra {
        private final String url;

        BareUrl(BasedSequence chars, String url) {
            super(chars);
            this.url = url;
        }

        String url() {
            return url;
        }
    }

    /** A list in braces at the very end of a block: a heading's id; anywhere else, text. */
    static final class TrailingAttributes extends Extra {
        TrailingAttributes(BasedSequence chars) {
            super(chars);
        }
    }
}
