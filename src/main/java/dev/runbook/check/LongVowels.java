package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.Page;
import dev.runbook.model.Runbook;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds words that are written both with and without their last ー: サーバ and サーバー. */
final class LongVowels {
    /** Words of which the one with ー is another word. */
    private static final Set<String> OTHER_WORDS =
            Set.of("ラッパ", "ドラマ", "バッタ", "タンカ", "マイナ", "コーラ", "パンダ", "テーマ", "ラスタ", "プラザ", "カッタ");

    private static final int MIN_LENGTH = 3;
    private static final Pattern KATAKANA = Pattern.compile("[\\u30A1-\\u30FA\\u30FC]{3,}");

    private final Map<String, AtomicInteger> words = new ConcurrentHashMap<>();

    private LongVowels() {}

    /** One diagnostic for each place at which the rarer spelling of a word stands. */
    static List<Diagnostic> across(Collection<Page> pages) {
        LongVowels vowels = new LongVowels();
        japanese(pages).forEach(r -> words(r).forEach(vowels::count));
        Map<String, String> rarer = vowels.rarer();
        if (rarer.isEmpty()) {
            return List.of();
        }
        return japanese(pages).flatMap(r -> report(r, rarer).stream()).toList();
    }

    private static Stream<Runbook> japanese(Collection<Page> pages) {
        return pages.parallelStream().map(p -> p.in(Language.JA)).flatMap(Optional::stream);
    }

    private static Stream<String> words(Runbook runbook) {
        return ProseText.of(runbook).stream()
                .flatMap(t -> KATAKANA.matcher(t.plain()).results())
                .map(java.util.regex.MatchResult::group);
    }

    private void count(String word) {
        words.computeIfAbsent(word, key -> new AtomicInteger()).incrementAndGet();
    }

    /** From each word that is written otherwise more often to that other spelling. */
    private Map<String, String> rarer() {
        Map<String, int[]> spellings = new ConcurrentHashMap<>();
        words.forEach((word, count) -> base(word).ifPresent(base -> {
            int[] counts = spellings.computeIfAbsent(base, key -> new int[2]);
            counts[word.endsWith("ー") ? 1 : 0] += count.get();
        }));
        Map<String, String> rarer = new ConcurrentHashMap<>();
        for (String word : words.keySet()) {
            Optional<String> base = base(word);
            if (base.isEmpty()) {
                continue;
            }
            int[] counts = spellings.getOrDefault(base.get(), new int[2]);
            boolean isLong = word.endsWith("ー");
            // Of two equally frequent spellings the one with ー is right: it is what public style guides settled on.
            boolean isRarer = isLong ? counts[1] < counts[0] : counts[0] <= counts[1];
            if (isRarer && counts[0] > 0 && counts[1] > 0) {
                rarer.put(word, isLong ? word.substring(0, word.length() - 1) : word + "ー");
            }
        }
        return rarer;
    }

    /** The shortest end of the word that is itself a word with both spellings; a メールサーバ counts as a サーバ. */
    private Optional<String> base(String word) {
        String stem = word.endsWith("ー") ? word.substring(0, word.length() - 1) : word;
        for (int from = stem.length() - MIN_LENGTH; from >= 0; from--) {
            String base = stem.substring(from);
            boolean bothWritten = words.containsKey(base) || words.containsKey(base + "ー");
            if (bothWritten && (from == 0 || words.containsKey(base + "ー")) && !OTHER_WORDS.contains(base)) {
                return Optional.of(base);
            }
        }
        return Optional.empty();
    }

    private static List<Diagnostic> report(Runbook runbook, Map<String, String> rarer) {
        List<Diagnostic> found = new ArrayList<>();
        for (ProseText text : ProseText.of(runbook)) {
            Matcher matcher = KATAKANA.matcher(text.plain());
            while (matcher.find()) {
                String other = rarer.get(matcher.group());
                if (other != null) {
                    Span span = text.places().span(matcher.start(), matcher.end());
                    found.add(Diagnostic.of(CheckCode.MIXED_SPELLING, span, matcher.group(), other));
                }
            }
        }
        return found;
    }
}
