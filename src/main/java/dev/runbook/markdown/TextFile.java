package dev.runbook.markdown;

import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import dev.runbook.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of the handbook, read.
 *
 * @param source empty where the file cannot be read
 * @param exists whether the file could be read at all, if only to see that it is too large
 */
record TextFile(SourceFile source, boolean exists, List<Diagnostic> problems) {
    /** A page of this size is no page; and 50 MB of it must not fill the memory. */
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    /** Reads a file, which may vanish meanwhile. */
    static TextFile read(Path path, String name) {
        SourceFile nothing = SourceFile.of(name, "");
        Span place = Span.startOf(name);
        try {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                String megabytes = String.valueOf(size / (1024 * 1024));
                return new TextFile(
                        nothing,
                        true,
                        List.of(Diagnostic.of(
                                MarkdownCode.FILE_TOO_LARGE, place, megabytes, MAX_BYTES / (1024 * 1024))));
            }
            return decode(Files.readAllBytes(path), name);
        } catch (IOException e) {
            return new TextFile(nothing, false, List.of(Diagnostic.of(MarkdownCode.FILE_UNREADABLE, place, name)));
        }
    }

    private static TextFile decode(byte[] bytes, String name) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SourceFile source = SourceFile.of(name, text);
        // Where nothing was replaced, nothing was wrong; a file may hold U+FFFD itself, too.
        int bad = text.indexOf('\uFFFD') < 0 ? -1 : firstBadByte(bytes);
        if (bad < 0) {
            return new TextFile(source, true, List.of());
        }
        int offset = SourceFile.of(name, new String(bytes, 0, bad, StandardCharsets.UTF_8))
                .text()
                .length();
        String hex = String.format(java.util.Locale.ROOT, "0x%02X", bytes[bad]);
        Diagnostic problem = Diagnostic.of(MarkdownCode.INVALID_UTF8, source.span(offset, offset + 1), hex);
        return new TextFile(source, true, List.of(problem));
    }

    /** The index of the first byte that is not UTF-8, or -1. */
    private static int firstBadByte(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : -1;
    }
}
