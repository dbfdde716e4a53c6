package dev.runbook.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one bundle in one language: {@code <base>_<language>.properties} in UTF-8, beside the class that owns it.
 *
 * <p>{@code {0}} to {@code {9}} stand for the arguments. Not {@link java.text.MessageFormat}: there an apostrophe is
 * syntax, and English texts and shell commands are full of them.
 */
public final class Messages {
    private static final Map<String, Messages> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, String> texts;

    private Messages(String name, Map<String, String> texts) {
        this.name = name;
        this.texts = texts;
    }

    /** The bundle {@code base} beside {@code owner}; loaded once. */
    public static Messages of(Class<?> owner, String base, Language language) {
        String name = base + "_" + language.code() + ".properties";
        return LOADED.computeIfAbsent(owner.getPackageName() + "/" + name, key -> load(owner, name));
    }

    private static Messages load(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new MissingResourceException("no bundle " + name, owner.getName(), name);
            }
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            Map<String, String> texts = new ConcurrentHashMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return new Messages(name, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same texts but for some that others take the place of, by key. */
    public Messages with(Map<String, String> others) {
        Map<String, String> all = new ConcurrentHashMap<>(texts);
        all.putAll(others);
        return new Messages(name, all);
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /** The text as it is in the bundle, if it is there. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The text with its arguments filled in.
     *
     * @throws MissingResourceException if the bundle lacks the key, which is a bug here and never the user's
     */
    public String get(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key + " in " + name, name, key);
        }
        return fill(text, arguments);
    }

    private static String fill(String text, Object... arguments) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
                int index = text.charAt(i + 1) - '0';
                if (index >= 0 && index < arguments.length) {
                    out.append(arguments[index]);
                    i += 2;
                    continue;
                }
            }
            out.append(c);
        }
        return out.toString();
    }
}
