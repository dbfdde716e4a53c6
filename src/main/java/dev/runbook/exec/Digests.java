package dev.runbook.exec;

import dev.runbook.model.Action;
import dev.runbook.model.Expectation;
import dev.runbook.model.Runbook;
import dev.runbook.model.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** By what a later change of a document or a step is seen: the first 16 hexadecimal digits of a SHA-256. */
public final class Digests {
    private static final int BYTES = 8;

    private Digests() {}

    /** Of a document's text. */
    public static String of(Runbook runbook) {
        return of(List.of(runbook.source().text()));
    }

    /** Of all that decides what a step does and when it holds; not of where it stands, and not of the prose around it. */
    public static String of(Step step, String user) {
        Action action = step.action();
        String expected = step.expectation().map(Digests::text).orElse("");
        return of(List.of(
                step.role().name(),
                action.getClass().getSimpleName(),
                action.language(),
                action.code(),
                step.info(),
                user,
                expected));
    }

    private static String text(Expectation expectation) {
        StringBuilder text = new StringBuilder(expectation.stream().name());
        expectation.lines().forEach(line -> text.append('\n').append(line.source()));
        return text.append('\n').append(expectation.exitStatus()).toString();
    }

    private static String of(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // With its length: so that no two lists of parts read the same.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
