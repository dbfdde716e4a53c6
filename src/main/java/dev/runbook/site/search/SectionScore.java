package dev.runbook.site.search;

import dev.runbook.site.search.Field.Kind;
import dev.runbook.site.search.Wanted.Found;
import java.util.ArrayList;
import java.util.List;

/** How well a section answers a query: BM25 over its fields, for words that stand in its text as they were typed. */
final class SectionScore {
    /** The title and how it is read, which a section below has from its page. */
    private static final int TITLE_FIELDS = 2;

    /** What the page's title counts for a section below it. */
    private static final double INHERITED = 0.2;

    /** What scattered parts of a word count, beside the word itself. */
    private static final double SCATTERED = 0.35;

    /** So much of a word must be there, where nothing stands as it was typed. */
    private static final double ENOUGH = 0.6;

    /** What counts more where all words stand as they were typed together; above the text; as the whole title or heading. */
    private static final double WHOLE = 5;

    private static final double WHOLE_ABOVE = 6;
    private static final double EXACT = 10;

    /** What a word in the title or heading has before others, which saturation takes away. */
    private static final double IN_TITLE = 0.4;

    private static final double IN_HEADING = 0.2;

    private final List<Field> fields;
    private final boolean lead;

    private SectionScore(List<Field> fields, boolean lead) {
        this.fields = fields;
        this.lead = lead;
    }

    static SectionScore of(IndexedPage page, int number) {
        SearchPage source = page.source();
        SearchSection section = source.sections().get(number);
        boolean lead = number == 0;
        List<Field> fields = new ArrayList<>();
        double title = lead ? 1 : INHERITED;
        fields.add(Field.of(Kind.TITLE, source.title(), title * Weights.TITLE));
        fields.add(Field.of(Kind.READING, page.reading(), title * Weights.READING));
        if (lead) {
            fields.add(Field.of(Kind.TAG, String.join("\n", source.tags()), Weights.TAG));
            fields.add(Field.of(Kind.ERROR, String.join("\n", source.errors()), Weights.ERROR));
            fields.add(Field.of(Kind.TEXT, source.description(), 2));
        }
        fields.add(Field.of(Kind.HEADING, section.heading(), Weights.HEADING));
        fields.add(Field.of(Kind.READING, page.headingReadings().get(number), Weights.READING));
        fields.add(body(Kind.OUTPUT, section.output(), Weights.OUTPUT));
        fields.add(body(Kind.CODE, section.code(), Weights.CODE));
        fields.add(body(Kind.TEXT, section.text(), Weights.TEXT));
        return new SectionScore(fields, lead);
    }

    private static Field body(Kind kind, String text, double weight) {
        return Field.of(kind, text, Weights.inText(weight, text.length(), Weights.SECTION_LENGTH));
    }

    List<Field> fields() {
        return fields;
    }

    /**
     * What came of it.
     *
     * @param stands whether some word stands there as it was typed, or most of it does
     * @param whole whether all words stand there as they were typed together
     * @param verified for each word whether it, or what means the same, stands there
     */
    record Score(double value, boolean stands, boolean whole, List<Boolean> verified) {
        Score {
            verified = List.copyOf(verified);
        }
    }

    Score of(List<Wanted> wanted, String whole) {
        double sum = 0;
        double covered = 0;
        double all = 0;
        double most = 0;
        List<Boolean> verified = new ArrayList<>();
        for (Wanted unit : wanted) {
            double value = 0;
            double present = 0;
            boolean stands = false;
            for (int i = -1; i < unit.others().size(); i++) {
                Wanted one = i < 0 ? unit : unit.others().get(i);
                double weight = occurrences(one.text());
                double share = weight > 0 ? 1 : scattered(one);
                double here = weight > 0 ? Weights.saturated(weight) + above(one.text()) : SCATTERED * share * share;
                stands |= weight > 0 && (lead || isOwn(one.text()));
                value = Math.max(value, one.factor() * here);
                present = Math.max(present, one.factor() * (weight > 0 ? 1 : 0.6 * share * share));
                most = Math.max(most, weight > 0 ? 0 : one.factor() * share);
            }
            double rarity = unit.rarity();
            sum += rarity * value;
            covered += rarity * present;
            all += rarity;
            verified.add(stands);
        }
        if (all == 0) {
            return new Score(0, false, false, verified);
        }
        double value = sum * (covered / all) * bonus(wanted, whole);
        boolean together = fields.stream().anyMatch(field -> field.text().contains(whole));
        return new Score(value, verified.contains(true) || most >= ENOUGH, together, verified);
    }

    private double occurrences(String word) {
        double weight = 0;
        for (Field field : fields) {
            weight += field.weight() * field.occurrences(word);
        }
        return weight;
    }

    /** Whether a word stands below the page's title. */
    private boolean isOwn(String word) {
        for (int i = TITLE_FIELDS; i < fields.size(); i++) {
            if (fields.get(i).text().contains(word)) {
                return true;
            }
        }
        return false;
    }

    private double above(String word) {
        double most = 0;
        for (Field field : fields) {
            boolean title = field.kind() == Kind.TITLE && lead;
            if ((title || field.kind() == Kind.HEADING) && field.text().contains(word)) {
                most = Math.max(most, title ? IN_TITLE : IN_HEADING);
            }
        }
        return most;
    }

    /** Which part of a word's terms the section has, by what they tell. */
    private double scattered(Wanted unit) {
        int worth = unit.worth();
        if (worth == 0) {
            return 0;
        }
        int found = 0;
        for (Found term : unit.found()) {
            if (has(term.term())) {
                found += term.worth();
            }
        }
        return (double) found / worth;
    }

    private boolean has(String term) {
        for (Field field : fields) {
            if (field.text().contains(term)) {
                return true;
            }
        }
        return false;
    }

    /** For a title or heading, or how it is read, that is the word itself. */
    private double named(Wanted unit) {
        double most = 1;
        for (int i = lead ? 0 : TITLE_FIELDS; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.kind() == Kind.TITLE || field.kind() == Kind.HEADING || field.kind() == Kind.READING) {
                most = field.text().equals(unit.text()) ? EXACT : most;
                for (Wanted other : unit.others()) {
                    most = field.text().equals(other.text()) ? Math.max(most, other.factor() * EXACT) : most;
                }
            }
        }
        return most;
    }

    private double bonus(List<Wanted> wanted, String whole) {
        double bonus = wanted.size() == 1 ? named(wanted.get(0)) : 1;
        for (Field field : fields) {
            boolean above = field.kind() != Kind.TEXT && field.kind() != Kind.CODE;
            boolean inherited = field.kind() == Kind.TITLE && !lead;
            if (!inherited && wanted.size() > 1 && field.text().contains(whole)) {
                bonus = Math.max(bonus, above ? WHOLE_ABOVE : WHOLE);
            }
            boolean named = field.kind() == Kind.HEADING || field.kind() == Kind.TITLE;
            if (named && !inherited && field.text().equals(whole)) {
                bonus = Math.max(bonus, EXACT);
            }
        }
        return bonus;
    }
}
