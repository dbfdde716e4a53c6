package dev.runbook.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each taken as what it must be. A field that is {@code null} counts as not there. */
public final class JsonObject {
    private final Map<?, ?> fields;

    private JsonObject(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** What {@link Json#read} gave, if it is an object. */
    public static JsonObject of(@Nullable Object value) throws JsonException {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(map);
        }
        throw new JsonException("an object is expected");
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public String text(String name) throws JsonException {
        return get(name, String.class);
    }

    public Optional<String> optionalText(String name) throws JsonException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public long number(String name) throws JsonException {
        return get(name, Long.class);
    }

    /** A whole number that fits in an {@code int}. */
    public int integer(String name) throws JsonException {
        long number = number(name);
        if (number != (int) number) {
            throw new JsonException(name + " is too large: " + number);
        }
        return (int) number;
    }

    public OptionalLong optionalNumber(String name) throws JsonException {
        return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    /** Whether a field is {@code true}; what is not there is not. */
    public boolean flag(String name) throws JsonException {
        return has(name) && get(name, Boolean.class);
    }

    public JsonObject object(String name) throws JsonException {
        return new JsonObject(get(name, Map.class));
    }

    public Optional<JsonObject> optionalObject(String name) throws JsonException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** An array of objects. */
    public List<JsonObject> objects(String name) throws JsonException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : get(name, List.class)) {
            objects.add(of(item));
        }
        return objects;
    }

    /** An array of strings. */
    public List<String> texts(String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Object item : get(name, List.class)) {
            texts.add(cast(name, item, String.class));
        }
        return texts;
    }

    /** An object whose values are strings, in its order. */
    public Map<String, String> textMap(String name) throws JsonException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : object(name).fields.entrySet()) {
            texts.put(String.valueOf(entry.getKey()), cast(name, entry.getValue(), String.class));
        }
        return texts;
    }

    private <T> T get(String name, Class<T> type) throws JsonException {
        return cast(name, fields.get(name), type);
    }

    private static <T> T cast(String name, @Nullable Object value, Class<T> type) throws JsonException {
        if (value == null) {
            throw new JsonException(name + " is missing");
        }
        if (!type.isInstance(value)) {
            throw new JsonException(name + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
