package dev.runbook.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.runbook.outcome.Mismatch;
import dev.runbook.outcome.Mismatch.Kind;
import dev.runbook.outcome.Output;
import dev.runbook.source.Span;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskerTest {
    private static final String TRICKY = "p@ss \"w0rd'/$(rm)+\\`!秘密;é";

    /** Shows of a secret, as outputs have them; what is not the secret itself is in angle brackets. */
    private static List<String> shows(String secret) {
        List<String> shows = new ArrayList<>();
        UnaryOperator<String> base64 = s -> Base64.getEncoder().encodeToString(utf8(s));
        shows.add(secret);
        shows.add(base64.apply(secret));
        shows.add(base64.apply(secret).replace("=", ""));
        shows.add(Base64.getUrlEncoder().encodeToString(utf8(secret)));
        shows.add(Base64.getMimeEncoder(8, utf8("\n")).encodeToString(utf8(secret)));
        shows.add(Base64.getMimeEncoder(4, utf8("\r\n  ")).encodeToString(utf8(secret)));
        shows.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        shows.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        StringBuilder hex = new StringBuilder();
        StringBuilder percent = new StringBuilder();
        for (byte b : utf8(secret)) {
            hex.append(String.format("%02x", b));
            percent.append(String.format("%%%02x", b));
        }
        shows.add(hex.toString());
        shows.add(hex.toString().toUpperCase(java.util.Locale.ROOT));
        shows.add(hex.toString().replaceAll("..", "$0 ").strip());
        shows.add(hex.toString().replaceAll(".{6}", "$0\n").strip());
        shows.add(percent.toString());
        shows.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        shows.add(secret.replace("'", "'\\''"));
        return shows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2-hunter", "abcd", TRICKY, "日本語のパスワード", "aaaaaaaa", "abababab?>~"})
    void hidesEveryFormHoweverItIsCut(String secret) {
        Masker masker = Masker.of(List.of(secret));
        for (String show : shows(secret)) {
            byte[] text = utf8("<" + show + ">");
            for (int cut = 0; cut <= text.length; cut++) {
                assertEquals("<********>", inParts(masker, text, cut), show + " cut at " + cut);
            }
            assertEquals("<********>", byteWise(masker, text), show);
            assertEquals("<********>", masker.mask("<" + show + ">"), show);
        }
    }

    @Test
    void hidesASecretAmidOtherBytesInBase64() {
        String secret = "S3cret-of-mine";
        Masker masker = Masker.of(List.of(secret));
        byte[] neighbour = new byte[1];
        for (int before = 0; before < 6; before++) {
            for (int after = 0; after < 4; after++) {
                for (int value = 0; value < 256; value++) {
                    neighbour[0] = (byte) value;
                    String left = new String(neighbour, StandardCharsets.ISO_8859_1).repeat(before);
                    String right = new String(neighbour, StandardCharsets.ISO_8859_1).repeat(after);
                    byte[] all = (left + secret + right).getBytes(StandardCharsets.ISO_8859_1);
                    String encoded = Base64.getEncoder().encodeToString(all);
                    String masked = masker.mask(encoded);
                    // No digit that holds a bit of the secret is left.
                    int start = before * 8 / 6;
                    int end = ((before + secret.length()) * 8 + 5) / 6;
                    String padding = after == 0 ? "" : encoded.substring(end);
                    assertEquals(encoded.substring(0, start) + "********" + padding, masked);
                }
            }
        }
    }

    @Test
    void hidesWhatOverlapsAsAWhole() {
        Masker masker = Masker.of(List.of("abcdef", "defghi", "cde", "secret", "secretive"));
        assertEquals("x********y", masker.mask("xabcdefghiy"));
        assertEquals("x********fy", masker.mask("xbcdefy".replace("b", "")));
        assertEquals("********!", masker.mask("secretive!"));
        assertEquals("********ion", masker.mask("secretion"));
        assertEquals("********", masker.mask("secretsecret"));
        assertEquals("******** ********", masker.mask("secret secret"));
    }

    @Test
    void holdsBackOnlyWhatMayBeginASecret() {
        Masker.Stream stream = Masker.of(List.of("~secret~")).stream();
        assertEquals("Password: ", feed(stream, "Password: "));
        assertFalse(stream.holdsBack());
        assertEquals("x", feed(stream, "x~sec"));
        assertTrue(stream.holdsBack());
        assertEquals("~second: ", feed(stream, "ond: "));
        assertFalse(stream.holdsBack());
        assertEquals("", feed(stream, "~secre"));
        assertEquals("~secre", new String(stream.flush(), StandardCharsets.UTF_8));
        assertFalse(stream.holdsBack());
    }

    @Test
    void hidesEachLineOfASecretOfSeveralLines() {
        Masker masker = Masker.of(List.of("-----BEGIN KEY-----\nMIIB+/x=\n  yA\n-----END KEY-----\n"));
        assertEquals("| ********\n", masker.mask("| MIIB+/x=\n"));
        assertEquals("a ********\r\n", masker.mask("a -----END KEY-----\r\n"));
        assertEquals("yA is too short", masker.mask("yA is too short"));
        assertEquals(
                "{\"key\":\"********\"}",
                masker.mask("{\"key\":\"-----BEGIN KEY-----\\nMIIB+/x=\\n  yA\\n" + "-----END KEY-----\\n\"}"));
    }

    @Test
    void hidesAVeryShortSecretAsItIsOnly() {
        Masker masker = Masker.of(List.of("k9"));
        assertEquals("a********b", masker.mask("ak9b"));
        assertEquals("6b39", masker.mask("6b39"));
        assertEquals("  \n", Masker.of(List.of(" ", "\n", "")).mask("  \n"));
    }

    @Test
    void passesOnWithoutCopyWhereThereIsNothingToHide() {
        byte[] bytes = {1, 2, 3};
        assertSame(bytes, Masker.of(List.of()).stream().feed(bytes, 0, 3));
        assertSame(bytes, Masker.of(List.of("secret")).stream().feed(bytes, 0, 3));
        assertArrayEquals(new byte[] {2}, Masker.of(List.of()).stream().feed(bytes, 1, 1));
    }

    @Test
    void leavesBytesThatAreNoTextAlone() {
        byte[] bytes = new byte[10_000];
        new Random(7).nextBytes(bytes);
        Output output = Output.of(bytes);
        assertEquals(output, Masker.of(List.of("not in it at all")).mask(output));
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 2048, 5000, 1_000_000})
    void hidesALongSecret(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        String secret = text.toString();
        Masker masker = Masker.of(List.of(secret));
        assertEquals("<********>", masker.mask("<" + secret + ">"));
        assertEquals("<********>", masker.mask("<" + Base64.getMimeEncoder().encodeToString(utf8(secret)) + ">"));
        assertEquals("<********>", masker.mask("<" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + ">"));
        assertEquals("<********>", byteWise(masker, utf8("<" + secret + ">")));
        String other = secret.substring(0, 1000) + "\u0000";
        assertEquals(other, masker.mask(other));
    }

    @Test
    void hidesALongSecretOfOneCharacter() {
        Masker masker = Masker.of(List.of("x".repeat(1_000_000)));
        assertEquals("<********>", masker.mask("<" + "x".repeat(1_000_000) + ">"));
        assertEquals("<********>", byteWise(masker, utf8("<" + "x".repeat(1_000_000) + ">")));
    }

    @Test
    void givesTheSameHoweverItIsCutWithManySecrets() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<String> secrets = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                secrets.add(word(random, 1 + random.nextInt(7)));
            }
            Masker masker = Masker.of(secrets);
            String text = word(random, 60);
            String whole = masker.mask(text);
            assertEquals(simple(text, secrets), whole, text + " " + secrets);
            assertEquals(whole, byteWise(masker, utf8(text)));
            assertEquals(whole, inParts(masker, utf8(text), random.nextInt(text.length())));
        }
    }

    @Test
    void hidesTheCutEndOfAnOutput() {
        Masker masker = Masker.of(List.of("secretive"));
        Output cut = masker.mask(Output.of(utf8("it is secr"), 100, utf8("is secretive")));
        assertEquals(Output.of(utf8("it is ********"), 100, utf8("is ********")), cut);
        Output end = masker.mask(Output.of(utf8("a"), 100, utf8("etive is it")));
        assertEquals(Output.of(utf8("a"), 100, utf8("******** is it")), end);
    }

    @Test
    void hidesASecretInADifference() {
        Span span = Span.startOf("a.md");
        Mismatch mismatch = new Mismatch(
                span,
                List.of(
                        line(Kind.MATCHED, "YWJjZGVm"),
                        line(Kind.MISSING, "is abcdefghi"),
                        line(Kind.UNEXPECTED, "Z2hp now"),
                        line(Kind.UNEXPECTED, "other")));
        Mismatch masked = Masker.of(List.of("abcdefghi")).mask(mismatch);
        assertEquals(
                List.of("********", "is ********", "******** now", "other"),
                masked.lines().stream().map(Mismatch.Line::text).toList());
        assertEquals(List.of(Kind.MATCHED, Kind.MISSING, Kind.UNEXPECTED, Kind.UNEXPECTED), kinds(masked));
    }

    private static List<Kind> kinds(Mismatch mismatch) {
        return mismatch.lines().stream().map(Mismatch.Line::kind).toList();
    }

    private static Mismatch.Line line(Kind kind, String text) {
        return new Mismatch.Line(kind, text, Optional.empty(), false);
    }

    /** What masking means, said as plainly as it can be for secrets whose encodings are not in the text. */
    private static String simple(String text, List<String> secrets) {
        boolean[] hidden = new boolean[text.length()];
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                java.util.Arrays.fill(hidden, at, at + secret.length(), true);
            }
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i]) {
                shown.append(text.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                shown.append(Masker.MASK);
            }
        }
        return shown.toString();
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('x' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static String inParts(Masker masker, byte[] text, int cut) {
        Masker.Stream stream = masker.stream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(stream.feed(text, 0, cut));
        all.writeBytes(stream.feed(text, cut, text.length - cut));
        all.writeBytes(stream.flush());
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String byteWise(Masker masker, byte[] text) {
        Masker.Stream stream = masker.stream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < text.length; i++) {
            all.writeBytes(stream.feed(text, i, 1));
        }
        all.writeBytes(stream.flush());
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String feed(Masker.Stream stream, String text) {
        byte[] bytes = utf8(text);
        return new String(stream.feed(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
