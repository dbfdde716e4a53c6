package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows views as they are, one value a line, so that golden files do not depend on how pages look. */
final class PlainTheme implements Theme {
    @Override
    public String runbook(RunbookView view) {
        return dump(view);
    }

    @Override
    public String lone(RunbookView view) {
        return dump(view);
    }

    @Override
    public String section(SectionView view) {
        return dump(view);
    }

    @Override
    public String status(StatusView view) {
        return dump(view);
    }

    @Override
    public String notFound(Frame frame) {
        return dump(frame);
    }

    @Override
    public String offline(Frame frame) {
        return dump(frame);
    }

    @Override
    public byte[] worker(List<String> pages) {
        return ("worker: " + pages + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public SortedMap<String, byte[]> assets() {
        return new TreeMap<>();
    }

    @Override
    public String text(Language language, String key, Object... arguments) {
        return language.code() + ":" + key + (arguments.length > 0 ? List.of(arguments) : "");
    }

    private static String dump(Object view) {
        StringBuilder out = new StringBuilder();
        value(out, view, 0);
        return out.append('\n').toString();
    }

    private static void value(StringBuilder out, Object value, int depth) {
        if (value instanceof Optional<?> optional) {
            value(out, optional.isPresent() ? optional.get() : "-", depth);
        } else if (value instanceof Collection<?> items) {
            out.append('[').append(items.size()).append(']');
            for (Object item : items) {
                out.append('\n').append("  ".repeat(depth)).append("- ");
                value(out, item, depth + 1);
            }
        } else if (value instanceof Record item) {
            record(out, item, depth);
        } else {
            out.append(String.valueOf(value).strip().replace("\n", "\n" + "  ".repeat(depth) + "| "));
        }
    }

    /** Records of texts alone on one line, all else a component a line. */
    private static void record(StringBuilder out, Record item, int depth) {
        boolean flat = true;
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            flat &= component.getType() == String.class || component.getType().isPrimitive();
        }
        out.append(item.getClass().getSimpleName());
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            out.append(flat ? " " : "\n" + "  ".repeat(depth) + component.getName() + ": ");
            value(out, get(item, component), depth + 1);
        }
    }

    private static Object get(Record item, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
