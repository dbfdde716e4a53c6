package dev.runbook.site.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How titles and headings are read aloud, in katakana, so that they are found before the input method has made kanji.
 *
 * <p>The readings of neighbouring words are joined: a dictionary takes 再起動 for two words, a reader types さいきどう. Not
 * {@code JapaneseCompletionFilter}: its romaji has long-vowel marks in it and one spelling a word. Romaji is turned into
 * kana where it is typed, in every spelling, which also needs no room in the index.
 */
final class Readings {
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final ThreadLocal<JapaneseTokenizer> tokenizers =
            ThreadLocal.withInitial(() -> new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL));

    /** The reading; empty where there are no kanji to read. */
    String of(String text) {
        if (text.chars().noneMatch(c -> Characters.isHan((char) c))) {
            return "";
        }
        return known.computeIfAbsent(text, this::read);
    }

    private String read(String text) {
        try (JapaneseTokenizer tokens = tokenizers.get()) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            ReadingAttribute reading = tokens.addAttribute(ReadingAttribute.class);
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            StringBuilder read = new StringBuilder();
            int at = 0;
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                // Between the tokens is what is no word: it parts what is read.
                if (offsets.startOffset() > at) {
                    read.append(' ');
                }
                at = offsets.endOffset();
                String spoken = reading.getReading();
                read.append(spoken != null ? spoken : term);
            }
            tokens.end();
            return read.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
