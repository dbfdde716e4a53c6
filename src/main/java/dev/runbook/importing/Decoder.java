package dev.runbook.importing;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From a memo's bytes to its text. */
final class Decoder {
    private static final int MAX_BYTES = 2 << 20;
    private static final int MAX_LINES = 30_000;
    /** Of a memo with more bytes that cannot be decoded than one in so many, the encoding is not known. */
    private static final int BAD_SHARE = 100;

    /** So many are forgiven in a short memo, too. */
    private static final int FEW_BAD = 3;

    private static final int MAX_SHOWN_BYTES = 8;
    private static final char BAD = '\uFFFD';

    /** By the names that can be given. Shift_JIS is read as Windows writes it, with ① and ㈱. */
    private static final Map<String, Charset> ENCODINGS = encodings();

    private final String name;
    private final List<Diagnostic> problems = new ArrayList<>();

    private Decoder(String name) {
        this.name = name;
    }

    private static Map<String, Charset> encodings() {
        Map<String, Charset> map = new LinkedHashMap<>();
        map.put("UTF-8", StandardCharsets.UTF_8);
        map.put("Shift_JIS", Charset.forName("windows-31j"));
        map.put("EUC-JP", Charset.forName("EUC-JP"));
        map.put("ISO-2022-JP", Charset.forName("ISO-2022-JP"));
        map.put("UTF-16LE", StandardCharsets.UTF_16LE);
        map.put("UTF-16BE", StandardCharsets.UTF_16BE);
        return map;
    }

    static List<String> names() {
        return List.copyOf(ENCODINGS.keySet());
    }

    /** A decoded text. */
    record Decoded(SourceFile source, String encoding) {}

    /** The text; empty where an error says why there is none. */
    static Parsed<Optional<Decoded>> decode(String name, byte[] bytes, Optional<String> encoding) {
        Decoder decoder = new Decoder(name);
        Optional<Decoded> text = decoder.read(bytes, encoding);
        return new Parsed<>(text, decoder.problems);
    }

    private Optional<Decoded> read(byte[] bytes, Optional<String> named) {
        if (bytes.length > MAX_BYTES) {
            return fail(ImportCode.MEMO_TOO_LARGE, bytes.length / 1024, MAX_BYTES / 1024);
        }
        Optional<String> encoding = named.isPresent() ? named.flatMap(Decoder::canonical) : guess(bytes);
        if (named.isPresent() && encoding.isEmpty()) {
            return fail(ImportCode.UNSUPPORTED_ENCODING, named.get(), String.join(", ", names()));
        }
        boolean wide = encoding.filter(e -> e.startsWith("UTF-16")).isPresent();
        int nul = wide ? -1 : binary(bytes);
        if (nul >= 0) {
            return fail(ImportCode.MEMO_IS_BINARY, hex(bytes[nul]));
        }
        if (encoding.isEmpty()) {
            return fail(ImportCode.UNKNOWN_ENCODING, String.join(", ", names()));
        }
        SourceFile source = SourceFile.of(name, cleaned(text(bytes, encoding.get())));
        if (source.text().isBlank()) {
            return fail(ImportCode.MEMO_IS_EMPTY);
        }
        if (source.lineCount() > MAX_LINES) {
            return fail(ImportCode.MEMO_TOO_LONG, source.lineCount(), MAX_LINES);
        }
        return Optional.of(new Decoded(source, encoding.get()));
    }

    private Optional<Decoded> fail(ImportCode code, Object... arguments) {
        problems.add(Diagnostic.of(code, Span.startOf(name), arguments));
        return Optional.empty();
    }

    private static Optional<String> canonical(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return switch (plain) {
            case "sjis", "cp932", "ms932", "windows31j" -> Optional.of("Shift_JIS");
            case "jis" -> Optional.of("ISO-2022-JP");
            case "ujis" -> Optional.of("EUC-JP");
            default ->
                names().stream()
                        .filter(n -> n.toLowerCase(Locale.ROOT)
                                .replaceAll("[-_]", "")
                                .equals(plain))
                        .findFirst();
        };
    }

    private static Optional<String> guess(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of("UTF-16LE");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of("UTF-16BE");
        }
        if (isJis(bytes)) {
            return Optional.of("ISO-2022-JP");
        }
        if (badBytes(bytes, StandardCharsets.UTF_8) == 0) {
            return Optional.of("UTF-8");
        }
        Optional<String> best = Optional.empty();
        long most = Long.MIN_VALUE;
        for (String candidate : List.of("UTF-8", "Shift_JIS", "EUC-JP")) {
            Charset charset = encoding(candidate);
            int bad = badBytes(bytes, charset);
            if (bad > FEW_BAD && (long) bad * BAD_SHARE > bytes.length) {
                continue;
            }
            long score = score(new String(bytes, charset)) - 100L * bad;
            if (score > most) {
                most = score;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private static Charset encoding(String name) {
        return java.util.Objects.requireNonNull(ENCODINGS.get(name));
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Escape sequences to and from kanji, and nothing beyond 7 bits. */
    private static boolean isJis(byte[] bytes) {
        boolean shifts = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            shifts |=
                    bytes[i] == 0x1B && i + 2 < bytes.length && bytes[i + 1] == '$' && "@B".indexOf(bytes[i + 2]) >= 0;
        }
        return shifts;
    }

    /** How Japanese a text looks: EUC-JP read as Shift_JIS is half-width katakana and rare kanji. */
    private static long score(String text) {
        long score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '\u3041' && c <= '\u30FF') || c == '、' || c == '。') {
                score += 4;
            } else if (c >= '\uFF61' && c <= '\uFF9F') {
                score -= 3;
            } else if (c >= '\u4E00' && c <= '\u9FFF') {
                score += 1;
            } else if (c >= '\uE000' && c <= '\uF8FF') {
                score -= 5;
            }
        }
        return score;
    }

    private static int badBytes(byte[] bytes, Charset charset) {
        int[] count = {0};
        walk(bytes, charset, new StringBuilder(), (at, length, text) -> count[0] += length);
        return count[0];
    }

    /** Told of each sequence of bytes that is none of the encoding's. */
    private interface Bad {
        void found(int at, int length, StringBuilder before);
    }

    private static void walk(byte[] bytes, Charset charset, StringBuilder text, Bad bad) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            text.append(out);
            out.clear();
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                int length = Math.min(result.length(), in.remaining());
                bad.found(in.position(), length, text);
                text.append(BAD);
                in.position(in.position() + length);
            }
        }
    }

    private String text(byte[] bytes, String encoding) {
        StringBuilder text = new StringBuilder(bytes.length);
        List<int[]> places = new ArrayList<>();
        walk(bytes, encoding(encoding), text, (at, length, before) -> {
            places.add(new int[] {before.length(), at, length});
        });
        if (!places.isEmpty()) {
            // Before line ends are cleaned: a CR LF counts as two there, so places are found in the cleaned prefix.
            undecodable(bytes, encoding, text.toString(), places);
        }
        return text.toString();
    }

    private void undecodable(byte[] bytes, String encoding, String text, List<int[]> places) {
        SourceFile source = SourceFile.of(name, text);
        int cleaned = 0;
        int at = 0;
        int lastLine = 0;
        for (int[] place : places) {
            for (; at < place[0]; at++) {
                boolean dropped = (text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n')
                        || (at == 0 && text.charAt(0) == '\uFEFF');
                cleaned += dropped ? 0 : 1;
            }
            Span span = source.span(cleaned, cleaned + 1);
            if (span.startLine() != lastLine) {
                lastLine = span.startLine();
                StringBuilder shown = new StringBuilder();
                for (int i = 0; i < Math.min(place[2], MAX_SHOWN_BYTES); i++) {
                    shown.append(shown.isEmpty() ? "" : " ").append(hex(bytes[place[1] + i]));
                }
                problems.add(Diagnostic.of(ImportCode.UNDECODABLE_BYTES, span, shown, encoding));
            }
        }
    }

    /** The text without characters that would drive a terminal; each is reported once a line. */
    private String cleaned(String text) {
        SourceFile source = SourceFile.of(name, text);
        StringBuilder clean = new StringBuilder(source.text());
        int lastLine = 0;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean control = (c < ' ' && c != '\n' && c != '\t' && c != '\f') || (c >= 0x7F && c < 0xA0);
            if (c == '\f') {
                clean.setCharAt(i, ' ');
            } else if (control || Character.getType(c) == Character.FORMAT) {
                clean.setCharAt(i, BAD);
                int line = source.lineAt(i);
                if (line != lastLine) {
                    lastLine = line;
                    String number = String.format(Locale.ROOT, "U+%04X", (int) c);
                    problems.add(Diagnostic.of(ImportCode.CONTROL_CHARACTER, source.span(i, i + 1), number));
                }
            }
        }
        return clean.toString();
    }

    /** The first byte that no text has, or -1. */
    private static int binary(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String hex(byte b) {
        return String.format(Locale.ROOT, "0x%02X", b);
    }
}
