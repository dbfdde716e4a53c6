package dev.runbook.highlight;

import dev.runbook.highlight.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** The here-documents that a line of a shell script has announced. */
final class HereDocuments {
    /**
     * One of them.
     *
     * @param expanded whether its variables are: the delimiter is not quoted
     * @param indented {@code <<-}: tabs before the delimiter do not count
     */
    private record Announced(String delimiter, boolean expanded, boolean indented) {}

    private final String code;
    private final Tokens out;
    private final Deque<Announced> announced = new ArrayDeque<>();

    HereDocuments(String code, Tokens out) {
        this.code = code;
        this.out = out;
    }

    /** Reads the delimiter behind {@code <<} and returns where it ends. */
    int delimiter(int from, boolean indented) {
        int start = from;
        while (start < code.length() && code.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < code.length() && " \t\n;|&()<>".indexOf(code.charAt(end)) < 0) {
            end++;
        }
        String written = code.substring(start, end);
        String bare = written.replace("'", "").replace("\"", "").replace("\\", "");
        if (!bare.isEmpty()) {
            out.add(Kind.OPERATOR, start, end);
            announced.add(new Announced(bare, bare.equals(written), indented));
        }
        return end;
    }

    /** Reads the bodies that begin at the line {@code from} and returns where the script goes on. */
    int bodies(int from) {
        int at = from;
        while (!announced.isEmpty() && at < code.length()) {
            at = body(announced.remove(), at);
        }
        return at;
    }

    private int body(Announced document, int from) {
        int at = from;
        out.add(Kind.PLAIN, out.position(), from);
        while (at < code.length()) {
            int end = Scan.lineEnd(code, at);
            String line = code.substring(at, end);
            if ((document.indented ? line.stripLeading() : line).equals(document.delimiter)) {
                out.add(Kind.OPERATOR, at, end);
                return end;
            }
            if (document.expanded) {
                variables(at, end);
            }
            out.add(Kind.STRING, out.position(), end);
            at = end + 1;
        }
        return code.length();
    }

    private void variables(int start, int end) {
        int dollar = Scan.find(code, '$', start, end);
        while (dollar >= 0) {
            int to = dollar + 1;
            if (to < end && code.charAt(to) == '{') {
                int close = Scan.find(code, '}', to, end);
                to = close < 0 ? end : close + 1;
            } else {
                while (to < end && Scan.isName(code.charAt(to))) {
                    to++;
                }
            }
            boolean escaped = dollar > start && code.charAt(dollar - 1) == '\\';
            if (to > dollar + 1 && !escaped) {
                out.add(Kind.STRING, out.position(), dollar);
                out.add(Kind.VARIABLE, dollar, to);
            }
            dollar = Scan.find(code, '$', to, end);
        }
    }
}
