package dev.runbook.exec.ssh;

import dev.runbook.exec.BackendException;
import dev.runbook.exec.ExecCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another machine, as ssh is told of it: {@code ssh://[user@]host[:port]}, {@code [user@]host}, or a name from the person's
 * ssh configuration.
 *
 * @param host a name, an address without brackets, or an alias
 */
public record SshTarget(Optional<String> user, String host, OptionalInt port) {
    private static final Pattern URI =
            Pattern.compile("ssh://(?:([^@/]*)@)?(\\[[^]/]*]|[^\\[\\]:/]*)(?::([0-9]+))?/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("(?:(.*)@)?([^@]*)");
    // What ssh itself refuses in newer versions: these words end up in commands of its configuration (ProxyCommand).
    private static final Pattern UNSAFE = Pattern.compile("^-|^$|[\\p{Cntrl}\\s'\"`$\\\\;&<>|(){}*?!/]");
    // Before the port is parsed: "ssh://host:99999999999" must not be a number that overflows.
    private static final Pattern PORT = Pattern.compile("0*[1-9][0-9]{0,4}");

    /**
     * What a person wrote.
     *
     * @throws BackendException {@link ExecCode#BAD_ADDRESS} if it is none of the three forms
     */
    public static SshTarget parse(String text) throws BackendException {
        boolean uri = text.contains("://");
        Matcher matcher = (uri ? URI : PLAIN).matcher(text);
        if (!matcher.matches()) {
            throw bad(text);
        }
        Optional<String> user = Optional.ofNullable(matcher.group(1));
        if (uri && user.isPresent()) {
            user = Optional.of(decoded(text, user.get()));
        }
        String host = matcher.group(2);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        // A password in an address could be read by every user of this machine.
        if (UNSAFE.matcher(host).find()
                || user.filter(u -> UNSAFE.matcher(u).find() || u.contains(":")).isPresent()) {
            throw bad(text);
        }
        return new SshTarget(user, host, uri ? port(text, matcher.group(3)) : OptionalInt.empty());
    }

    private static OptionalInt port(String text, @org.jspecify.annotations.Nullable String digits)
            throws BackendException {
        if (digits == null) {
            return OptionalInt.empty();
        }
        if (!PORT.matcher(digits).matches() || Integer.parseInt(digits) > 65_535) {
            throw bad(text);
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private static String decoded(String text, String user) throws BackendException {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad(text);
        }
    }

    private static BackendException bad(String text) {
        return new BackendException(ExecCode.BAD_ADDRESS, text);
    }

    /** The words of a command line that name it; a command may follow them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        user.ifPresent(u -> words.addAll(List.of("-l", u)));
        port.ifPresent(p -> words.addAll(List.of("-p", Integer.toString(p))));
        words.addAll(List.of("--", host));
        return words;
    }

    /** As an address that {@link #parse} reads again. */
    @Override
    public String toString() {
        return "ssh://"
                + user.map(u -> u.replace("%", "%25").replace("@", "%40") + "@").orElse("")
                + (host.contains(":") ? "[" + host + "]" : host)
                + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
