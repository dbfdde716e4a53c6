package dev.runbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReadTest {
    @Test
    void readsWhatIsWritten() throws JsonException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("文字", "\"\\\n\u0000\u2028😀");
        value.put("whole", Long.MIN_VALUE);
        value.put("real", -1.5e300);
        value.put("list", Arrays.asList(true, false, null, List.of(), Map.of()));

        assertEquals(value, Json.read(Json.compact(value)));
        assertEquals(value, Json.read(Json.pretty(value)));
    }

    @Test
    void aNumberBeyondLongBecomesADouble() throws JsonException {
        assertEquals(1e30, Json.read("1" + "0".repeat(30)));
    }

    @Test
    void aStringMayBeOfAnyLength() throws JsonException {
        String large = "あ".repeat(25_000_000);

        assertEquals(large, Json.read("\"" + large + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "1 2",
                "{\"a\"}",
                "\"\n\"",
                "nul",
                "'a'",
                "[1]]",
                "NaN",
                "\"\\x\""
            })
    void whatIsNotJsonIsRefused(String text) {
        String message = String.valueOf(
                assertThrows(JsonException.class, () -> Json.read(text)).getMessage());

        assertTrue(!message.isBlank() && !message.contains("Source:"), message);
    }

    @Test
    void depthIsLimited() {
        assertThrows(JsonException.class, () -> Json.read("[".repeat(100_000) + "]".repeat(100_000)));
    }

    @Test
    void fieldsAreTakenAsWhatTheyMustBe() throws JsonException {
        JsonObject object =
                JsonObject.of(Json.read("{\"t\":\"x\",\"n\":3,\"b\":true,\"o\":{},\"l\":[\"a\"],\"z\":null}"));

        assertEquals("x", object.text("t"));
        assertEquals(3, object.integer("n"));
        assertTrue(object.flag("b"));
        assertEquals(List.of("a"), object.texts("l"));
        assertEquals(false, object.has("z"));
        assertEquals(false, object.flag("z"));
        assertThrows(JsonException.class, () -> object.text("n"));
        assertThrows(JsonException.class, () -> object.number("t"));
        assertThrows(JsonException.class, () -> object.text("missing"));
        assertThrows(JsonException.class, () -> object.objects("l"));
        assertThrows(JsonException.class, () -> JsonObject.of("x"));
    }
}
