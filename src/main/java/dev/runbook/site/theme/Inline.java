package dev.runbook.site.theme;

import dev.runbook.site.ContentTypes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The theme's files as they stand inside a page that needs no other file, and the policy that lets them alone run. */
public final class Inline {
    private final Assets assets;
    private final String style;
    private final String dark;
    private final String boot;
    private final String script;
    private final String icon;

    Inline(Assets assets) {
        this.assets = assets;
        this.style = standing(style("site.css"));
        this.dark = standing(style("dark.css"));
        this.boot = standing(text("boot.js"));
        this.script = standing(text("site.js"));
        this.icon = data("favicon.svg");
    }

    private Optional<byte[]> find(String name) {
        return Optional.ofNullable(assets.files().get("assets/" + name));
    }

    private byte[] bytes(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** With the pictures and fonts that it loads. */
    private String style(String name) {
        return StyleFiles.replace(text(name), file -> find(file).map(bytes -> data(file, bytes)));
    }

    /** What would end the element that it stands in, written so that it means the same and does not. */
    private static String standing(String text) {
        return text.replace("</s", "<\\/s").replace("<!--", "<\\!--");
    }

    /** A file as an address that holds it. */
    String data(String name) {
        return data(name, bytes(name));
    }

    private static String data(String name, byte[] bytes) {
        return "data:" + ContentTypes.of(name) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
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
                + "; img-src data:; font-src data:; media-src data:; base-uri 'none'; form-action 'none'";
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
