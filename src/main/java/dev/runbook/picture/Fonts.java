package dev.runbook.picture;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fonts of this machine, those first that look well. */
final class Fonts {
    /** With Japanese and Latin letters of one design, in the order in which they are preferred. */
    private static final List<String> PREFERRED = List.of(
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "Source Han Sans JP",
            "Hiragino Sans",
            "BIZ UDPGothic",
            "Yu Gothic",
            "Meiryo",
            "IPAexGothic",
            "IPAPGothic",
            "IPAGothic",
            "TakaoPGothic",
            "VL PGothic",
            "MS PGothic",
            Font.SANS_SERIF);

    private final List<String> families;

    private Fonts(List<String> families) {
        this.families = families;
    }

    /** Looked for once: it takes as long as drawing many pictures. */
    private static final class Installed {
        static final Fonts ALL = find();

        private static Fonts find() {
            Set<String> there;
            try {
                there = Set.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
            } catch (RuntimeException | LinkageError | InternalError e) {
                // A small installation of Java may lack the libraries that fonts need.
                return none();
            }
            List<String> families = new ArrayList<>(PREFERRED);
            families.retainAll(there);
            there.stream().sorted().filter(name -> !families.contains(name)).forEach(families::add);
            return new Fonts(List.copyOf(families));
        }
    }

    static Fonts installed() {
        return Installed.ALL;
    }

    /** No fonts at all. */
    static Fonts none() {
        return new Fonts(List.of());
    }

    /** A font that has all characters of a text; empty where none has. */
    Optional<Font> withAllOf(String text, int style, int size) {
        return families.stream()
                .map(family -> new Font(family, style, size))
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst();
    }
}
