package dev.runbook.site;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** File names for tags' pages: letters of any script and digits, each name given once. */
final class TagSlugs {
    /** In code points: with the longest UTF-8 form and a number behind it still below 255 bytes. */
    private static final int LONGEST = 48;

    /** The list of all tags has this name. */
    private final Set<String> taken = new HashSet<>(Set.of("index"));

    /** What is the same for two spellings of one tag. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** A name for the tag with this key. */
    String next(String key) {
        StringBuilder words = new StringBuilder();
        key.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != '-') {
                words.append('-');
            }
        });
        String slug = words.toString().replaceAll("-$", "");
        if (slug.isEmpty()) {
            slug = "tag";
        }
        String free = slug;
        for (int number = 2; !taken.add(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }
}
