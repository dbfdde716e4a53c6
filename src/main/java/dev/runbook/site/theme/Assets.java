package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.json.Json;
import dev.runbook.site.SitePaths;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files that pages refer to. The small sources under {@code /site-theme/} are named here one by one, not found by
 * listing a folder: a folder inside a jar has no listing to rely on, and the order of styles matters.
 */
final class Assets {
    private static final String FOLDER = "assets/";

    /**
     * Comments that have lines to themselves: a quarter of the scripts, which no reader's browser needs. No script here has
     * such a line within a string.
     */
    private static final Pattern COMMENTS =
            Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/[ \\t]*)\\R");

    /** Each file of the site, by the sources that it is made of, in this order. */
    static final Map<String, List<String>> SOURCES = Map.of(
            "site.css",
            List.of(
                    "css/tokens.css",
                    "css/base.css",
                    "css/icons.css",
                    "css/layout.css",
                    "css/navigation.css",
                    "css/prose.css",
                    "css/page.css",
                    "css/code.css",
                    "css/step.css",
                    "css/params.css",
                    "css/cards.css",
                    "css/badge.css",
                    "css/status.css",
                    "css/search.css",
                    "css/print.css"),
            "dark.css",
            List.of("css/dark.css"),
            "boot.js",
            List.of("js/boot.js"),
            "site.js",
            List.of(
                    "js/shared.js",
                    "js/theme.js",
                    "js/quote.js",
                    "js/params.js",
                    "js/copy.js",
                    "js/tasks.js",
                    "js/terms.js",
                    // Those that measure come after those that change the page: it is laid out once.
                    "js/scroll.js",
                    "js/nav.js",
                    "js/toc.js",
                    "js/offline.js",
                    "js/search/box.js"),
            "search.js",
            List.of(
                    "js/search/base.js",
                    "js/search/analysis.js",
                    "js/search/romaji.js",
                    "js/search/query.js",
                    "js/search/unpack.js",
                    "js/search/store.js",
                    "js/search/rank.js",
                    "js/search/score.js",
                    "js/search/snippet.js",
                    "js/search/engine.js"),
            "favicon.svg",
            List.of("favicon.svg"));

    /** The source of the service worker, which is at the site's root and not among the files that pages refer to. */
    static final String WORKER = "js/worker/worker.js";

    private final SortedMap<String, byte[]> files;
    private final Map<String, String> addresses;
    private final String worker;

    private Assets(SortedMap<String, byte[]> files, Map<String, String> addresses, String worker) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.addresses = addresses;
        this.worker = worker;
    }

    /**
     * Puts them together.
     *
     * @param texts of all languages
     * @param own files of a handbook's own theme: those with the name of a source take its place, other styles and scripts
     *     come after the program's, and anything else is a file of its own
     */
    static Assets load(Map<Language, Messages> texts, SortedMap<String, byte[]> own) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Map<String, String> addresses = new TreeMap<>();
        SortedMap<String, byte[]> more = new TreeMap<>(own);
        SOURCES.values().forEach(more.keySet()::removeAll);
        more.remove(WORKER);
        more.forEach((name, content) -> {
            if (target(name).equals(name)) {
                files.put(FOLDER + name, content);
                addresses.put(name, FOLDER + name + "?v=" + digest(content));
            }
        });
        SOURCES.forEach((name, sources) -> {
            StringBuilder text = new StringBuilder(name.equals("site.js") ? scriptTexts(texts) : "");
            sources.forEach(source -> text.append(read(source, own)));
            more.forEach((other, content) -> {
                if (target(other).equals(name)) {
                    text.append(new String(content, StandardCharsets.UTF_8));
                }
            });
            // As in pages: an address that changes with its file, which the service worker then keeps as well.
            String whole = name.endsWith(".css") && !own.isEmpty()
                    ? StyleFiles.replace(
                            text.toString(),
                            file -> Optional.ofNullable(addresses.get(file))
                                    .filter(address -> more.containsKey(file))
                                    .map(address -> SitePaths.encode(file)
                                            + address.substring(FOLDER.length() + file.length())))
                    : text.toString();
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            files.put(FOLDER + name, bytes);
            addresses.put(name, FOLDER + name + "?v=" + digest(bytes));
        });
        return new Assets(files, addresses, read(WORKER, own));
    }

    /** What a further file becomes part of; itself where that is nothing. */
    private static String target(String file) {
        if (file.endsWith(".css")) {
            return "site.css";
        }
        return file.endsWith(".js") ? "site.js" : file;
    }

    /**
     * What is wrong with the addresses in a handbook's own styles.
     *
     * @param own as above
     */
    static void check(SortedMap<String, byte[]> own, List<Diagnostic> problems) {
        own.forEach((name, content) -> {
            if (name.endsWith(".css")) {
                SourceFile style =
                        SourceFile.of(OwnFiles.staticFile(name), new String(content, StandardCharsets.UTF_8));
                StyleFiles.check(
                        style,
                        file -> file.equals("favicon.svg")
                                || (own.containsKey(file) && target(file).equals(file)),
                        problems);
            }
        });
    }

    /** By path from the site's root. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /** Where a file is, from the site's root. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    /** The service worker: {@code pages} and the theme's files are kept from the beginning. */
    byte[] worker(List<String> pages) {
        List<String> kept = new ArrayList<>(new TreeSet<>(addresses.values()));
        kept.addAll(pages);
        String text = "'use strict';\nconst files = " + Json.compact(kept) + ";\n" + worker;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The texts that scripts show, in all languages: the file is the same for every page and loaded once. */
    private static String scriptTexts(Map<Language, Messages> texts) {
        SortedMap<String, Object> byLanguage = new TreeMap<>();
        texts.forEach((language, messages) -> {
            SortedMap<String, String> shown = new TreeMap<>();
            for (String key : messages.keys()) {
                if (key.startsWith("js.")) {
                    messages.find(key).ifPresent(text -> shown.put(key.substring("js.".length()), text));
                }
            }
            byLanguage.put(language.code(), shown);
        });
        return "'use strict';\nconst runbook = {texts: " + Json.compact(byLanguage) + "};\n";
    }

    private static String read(String source, Map<String, byte[]> own) {
        byte[] other = own.get(source);
        if (other != null) {
            return new String(other, StandardCharsets.UTF_8);
        }
        try (InputStream in = Assets.class.getResourceAsStream("/site-theme/" + source)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file site-theme/" + source);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return source.endsWith(".js") ? COMMENTS.matcher(text).replaceAll("") : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
