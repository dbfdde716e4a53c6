package dev.runbook.site.theme;

import dev.runbook.site.view.Frame;
import dev.runbook.source.Diagnostic;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a handbook's templates together with those of the program that call them or are called. A template calls others
 * as Java methods, so that none can be exchanged in what is compiled already.
 */
final class OwnTemplates implements CodeResolver {
    private static final String PACKAGE = "dev.runbook.site.theme.own";
    private static final String SOURCES = "/site-theme/templates/";

    /** What the theme renders by name; all else is called by one of them. */
    private static final List<String> ENTRIES = List.of(
            "runbook.jte",
            "section.jte",
            "status.jte",
            "not-found.jte",
            "offline.jte",
            "lone.jte",
            "part/heading.jte",
            "part/listing.jte",
            "part/step.jte",
            "part/given.jte",
            "part/box.jte",
            "part/definitions.jte");

    private final Map<String, String> own;

    private OwnTemplates(Map<String, String> own) {
        this.own = own;
    }

    /**
     * The templates of the handbook, and the program's in place of those that it has not.
     *
     * @param problems what is wrong with them is added here; the engine must not be used then
     * @throws IOException if there is no place for what the compiler writes
     */
    static TemplateEngine compile(Map<String, String> own, List<Diagnostic> problems) throws IOException {
        OwnTemplates resolver = new OwnTemplates(own);
        Path folder = Files.createTempDirectory("runbook-theme-");
        try {
            TemplateEngine engine = TemplateEngine.create(
                    resolver, folder, ContentType.Html, OwnTemplates.class.getClassLoader(), PACKAGE);
            engine.setTrimControlStructures(true);
            engine.setClassPath(classPath());
            if (ToolProvider.getSystemJavaCompiler() == null) {
                problems.add(TemplateErrors.noCompiler());
            } else {
                Set<String> names = new LinkedHashSet<>(own.keySet());
                names.addAll(ENTRIES);
                Set<Diagnostic> found = new LinkedHashSet<>();
                for (String name : names) {
                    try {
                        engine.prepareForRendering(name);
                    } catch (TemplateException e) {
                        found.add(TemplateErrors.compiling(e, name, own.keySet()));
                    }
                }
                problems.addAll(found);
            }
            // Kept in memory, which is asked before the folder: nothing stays on the disk, however the program ends
            // later.
            ClassLoader compiled = new Compiled(classes(folder));
            return TemplateEngine.createPrecompiled(folder, ContentType.Html, compiled, PACKAGE);
        } finally {
            delete(folder);
        }
    }

    @Override
    public @Nullable String resolve(String name) {
        String text = own.get(name);
        if (text != null) {
            return text;
        }
        try (InputStream in = OwnTemplates.class.getResourceAsStream(SOURCES + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    /** Nothing is compiled twice: who edits a theme gets a new engine. */
    @Override
    public long getLastModified(String name) {
        return 0;
    }

    /** Where the classes are that templates see. {@code java.class.path} would do unless somebody embeds the program. */
    private static List<String> classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> seen : List.of(Page.class, Frame.class, TemplateEngine.class, gg.jte.Content.class)) {
            CodeSource source = seen.getProtectionDomain().getCodeSource();
            if (source != null) {
                try {
                    places.add(Path.of(source.getLocation().toURI()).toString());
                } catch (URISyntaxException e) {
                    throw new IllegalStateException("a class from a place that is no file: " + seen, e);
                }
            }
        }
        return List.copyOf(places);
    }

    private static Map<String, byte[]> classes(Path folder) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String path = folder.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length());
                classes.put(name.replace(file.getFileSystem().getSeparator(), "."), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }

    /** Classes that were compiled just now. */
    private static final class Compiled extends ClassLoader {
        private final Map<String, byte[]> classes;

        Compiled(Map<String, byte[]> classes) {
            super(OwnTemplates.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
