package dev.runbook.site.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The theme's files as they stand inside a page that needs no other file, and the policy that lets them alone run. */
public final class Inline {
    private final String style;
    private final String dark;
    private final String boot;
    private final String script;
    private final String icon;

    Inline(Assets assets) {
        this.style = text(assets, "site.css");
        this.dark = text(assets, "dark.css");
        this.boot = text(assets, "boot.js");
        this.script = text(assets, "site.js");
        this.icon = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes(assets, "favicon.svg"));
    }

    private static byte[] bytes(Assets assets, String name) {
        byte[] bytes = assets.files().get("assets/" + name);
        if (bytes == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return bytes;
    }

    private static String text(Assets assets, String name) {
        // What would end the element that it stands in, written so that it means the same and does not.
        return new String(bytes(assets, name), StandardCharsets.UTF_8)
                .replace("</s", "<\\/s")
                .replace("<!--", "<\\!--");
    }

    public String style() {
        return style;
    }

    public String dark() {
        return dark;
    }

    public String boot() {
        return boot;
    }

    public String script() {
        return script;
    }

    public String icon() {
        return icon;
    }

    /** What may run is known by its hash; nothing may be loaded. */
    public String policy() {
        return "default-src 'none'; script-src " + hashes(List.of(boot, script)) + "; style-src "
                + hashes(List.of(style, dark))
                + "; img-src data:; media-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(Inline::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
