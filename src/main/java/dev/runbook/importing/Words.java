package dev.runbook.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/** English words for a Japanese text, as far as a list of an operator's words goes: for names in paths and parameters. */
final class Words {
    private static final int MAX_WORDS = 5;
    private static final Map<String, String> ENGLISH = read();
    private static final int LONGEST =
            ENGLISH.keySet().stream().mapToInt(String::length).max().orElse(1);

    private Words() {}

    private static Map<String, String> read() {
        String name = "words.txt";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MissingResourceException("no list", Words.class.getName(), name);
            }
            Map<String, String> words = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            words.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a text that are ASCII or known, lower case, in order, none twice in a row. */
    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length() && words.size() < MAX_WORDS) {
            int end = at;
            while (end < plain.length() && plain.charAt(end) < 0x7F && Character.isLetterOrDigit(plain.charAt(end))) {
                end++;
            }
            if (end > at) {
                add(words, plain.substring(at, end).toLowerCase(Locale.ROOT));
                at = end;
                continue;
            }
            int from = at;
            Optional<Integer> length = longest(plain, from);
            length.ifPresent(n -> {
                for (String word : ENGLISH.getOrDefault(plain.substring(from, from + n), "")
                        .split(" ", -1)) {
                    add(words, word);
                }
            });
            at += length.orElse(1);
        }
        return words;
    }

    private static Optional<Integer> longest(String text, int at) {
        for (int length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
            if (ENGLISH.containsKey(text.substring(at, at + length))) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }

    private static void add(List<String> words, String word) {
        if (words.isEmpty() || !words.get(words.size() - 1).equals(word)) {
            words.add(word);
        }
    }

    /** A text as a part of a path; empty where no word of it is known. */
    static String slug(String text) {
        return String.join("-", of(text));
    }
}
