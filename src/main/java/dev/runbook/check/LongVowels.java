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

/** Finds words that are written both with and without their last ー: サーバ and サーバー. */
final class LongVowels {
    /** Words of which the one with ー is another word. */
    private static final Set<String> OTHER_WORDS =
            Set.of("ラッパ", "ドラマ", "バッタ", "タンカ", "マイナ", "コーラ", "パンダ", "テーマ", "ラスタ", "プラザ", "カッタ");

    private static final int MIN_LENGTH = 3;
    private static final char LONG = 'ー';

    private final Map<String, AtomicInteger> words = new ConcurrentHashMap<>();

    /** What is done with a word of katakana. */
    private interface Found {
        void word(int start, int end);
    }

    /** Counts the words of a text. May be called by several threads at once. */
    void count(ProseText text) {
        katakana(text.plain(), (start, end) -> count(text.plain().substring(start, end)));
    }

    /** One diagnostic for each place of the pages at which the rarer spelling of a word that was counted stands. */
    List<Diagnostic> report(Collection<Page> pages) {
        Map<String, String> rarer = rarer();
        if (rarer.isEmpty()) {
            return List.of();
        }
        return pages.parallelStream()
                .map(p -> p.in(Language.JA))
                .flatMap(Optional::stream)
                .flatMap(r -> report(r, rarer).stream())
                .toList();
    }

    private static void katakana(String text, Found found) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if ((c < '\u30A1' || c > '\u30FA') && c != LONG) {
                if (at - start >= MIN_LENGTH) {
                    found.word(start, at);
                }
                start = at + 1;
            }
        }
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
            katakana(text.plain(), (start, end) -> {
                String word = text.plain().substring(start, end);
                String other = rarer.get(word);
                if (other != null) {
                    Span span = text.places().span(start, end);
                    found.add(Diagnostic.of(CheckCode.MIXED_SPELLING, span, word, other));
                }
            });
        }
        return found;
    }
}
