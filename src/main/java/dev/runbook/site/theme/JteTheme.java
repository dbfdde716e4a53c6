package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.site.Theme;
import dev.runbook.site.ThemeException;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import dev.runbook.source.Diagnostic;
import dev.runbook.source.Parsed;
import dev.runbook.source.Span;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** A theme of jte templates: the program's, compiled when it was built, or a handbook's own, compiled when it is used. */
public final class JteTheme implements Theme {
    /** As in {@code pom.xml}, where the templates are compiled. */
    private static final String PACKAGE = "dev.runbook.site.theme.templates";

    private static final String LONE = "lone.jte";

    /** Characters; a page of a few steps fits without growing. */
    private static final int USUAL_PAGE = 24 * 1024;

    private final TemplateEngine templates;
    private final Map<Language, Messages> texts;
    private final Assets assets;

    /** The program's own theme as it is. */
    public JteTheme() {
        this(builtIn(), OwnFiles.NONE);
    }

    private JteTheme(TemplateEngine templates, OwnFiles own) {
        this.templates = templates;
        this.texts = texts(own);
        this.assets = Assets.load(texts, own.statics());
    }

    private static TemplateEngine builtIn() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, JteTheme.class.getClassLoader(), PACKAGE);
    }

    /**
     * The theme of a handbook: templates, styles, scripts and texts of its folder {@code theme} take the place of the
     * program's. Templates are code: they can do what the program can.
     *
     * @param handbook the handbook's folder
     * @return the program's own theme where there is none, or where that has an error
     */
    public static Parsed<Theme> of(Path handbook) {
        Parsed<OwnFiles> files = OwnFiles.of(handbook);
        OwnFiles own = files.value();
        List<Diagnostic> problems = new ArrayList<>(files.diagnostics());
        Assets.check(own.statics(), problems);
        TemplateEngine templates = null;
        if (!own.templates().isEmpty()) {
            try {
                templates = OwnTemplates.compile(own.templates(), problems);
            } catch (IOException e) {
                problems.add(Diagnostic.of(ThemeCode.THEME_UNREADABLE, Span.startOf(OwnFiles.FOLDER), e.toString()));
            }
        }
        boolean wrong = problems.stream().anyMatch(Diagnostic::isError);
        Theme theme = wrong ? new JteTheme() : new JteTheme(templates == null ? builtIn() : templates, own);
        return new Parsed<>(theme, problems);
    }

    private static Map<Language, Messages> texts(OwnFiles own) {
        Map<Language, Messages> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> others = own.texts().getOrDefault(language, Map.of());
            texts.put(
                    language,
                    others.isEmpty() ? texts(language) : texts(language).with(others));
        }
        return texts;
    }

    @Override
    public String runbook(RunbookView view) {
        return render("runbook.jte", view.frame(), Map.of("view", view));
    }

    @Override
    public String lone(RunbookView view) {
        return render(LONE, view.frame(), Map.of("view", view));
    }

    @Override
    public String section(SectionView view) {
        return render("section.jte", view.frame(), Map.of("view", view));
    }

    @Override
    public String status(StatusView view) {
        return render("status.jte", view.frame(), Map.of("view", view));
    }

    @Override
    public String notFound(Frame frame) {
        return render("not-found.jte", frame, Map.of());
    }

    @Override
    public String offline(Frame frame) {
        return render("offline.jte", frame, Map.of());
    }

    @Override
    public byte[] worker(List<String> pages) {
        return assets.worker(pages);
    }

    @Override
    public SortedMap<String, byte[]> assets() {
        return assets.files();
    }

    @Override
    public String text(Language language, String key, Object... arguments) {
        return Objects.requireNonNull(texts.get(language)).get(key, arguments);
    }

    /** The texts that come with the program. */
    static Messages texts(Language language) {
        return Messages.of(JteTheme.class, "texts", language);
    }

    private String render(String template, Frame frame, Map<String, Object> view) {
        Page page = new Page(frame, texts, assets, templates, template.equals(LONE));
        StringOutput out = new StringOutput(USUAL_PAGE);
        Map<String, Object> arguments = new HashMap<>(view);
        arguments.put("page", page);
        try {
            templates.render(template, arguments, out);
        } catch (TemplateException e) {
            throw new ThemeException(TemplateErrors.rendering(e, frame.title()), e);
        }
        return out.toString();
    }
}
