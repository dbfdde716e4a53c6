package dev.runbook.values;

import java.nio.charset.StandardCharsets;

/** How a character is written that cannot stand for itself. */
enum Escape {
    NONE {
        @Override
        String of(int point) {
            return Character.toString(point);
        }
    },
    /** Each byte as {@code \303}. */
    OCTAL {
        @Override
        String of(int point) {
            StringBuilder octal = new StringBuilder();
            for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                octal.append('\\')
                        .append((char) ('0' + ((b >> 6) & 3)))
                        .append((char) ('0' + ((b >> 3) & 7)))
                        .append((char) ('0' + (b & 7)));
            }
            return octal.toString();
        }
    },
    /** Each byte as {@code \xe3}. */
    BYTE {
        @Override
        String of(int point) {
            StringBuilder hex = new StringBuilder();
            for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                hex.append("\\x").append(digit(b >> 4, false)).append(digit(b, false));
            }
            return hex.toString();
        }
    },
    /** Each UTF-16 unit as {@code \u3042}. */
    UNICODE {
        @Override
        String of(int point) {
            return units(point, false);
        }
    },
    UNICODE_UPPER {
        @Override
        String of(int point) {
            return units(point, true);
        }
    };

    abstract String of(int point);

    private static String units(int point, boolean upper) {
        StringBuilder units = new StringBuilder();
        for (char c : Character.toChars(point)) {
            units.append("\\u")
                    .append(digit(c >> 12, upper))
                    .append(digit(c >> 8, upper))
                    .append(digit(c >> 4, upper))
                    .append(digit(c, upper));
        }
        return units.toString();
    }

    private static char digit(int value, boolean upper) {
        return (upper ? "0123456789ABCDEF" : "0123456789abcdef").charAt(value & 0xF);
    }
}
