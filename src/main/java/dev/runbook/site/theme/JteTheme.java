package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.site.Theme;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.SortedMap;

/** The theme that comes with the program: jte templates that were compiled when it was built. */
public final class JteTheme implements Theme {
    /** As in {@code pom.xml}, where the templates are compiled. */
    private static final String PACKAGE = "dev.runbook.site.theme.templates";

    /** Characters; a page of a few steps fits without growing. */
    private static final int USUAL_PAGE = 24 * 1024;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, JteTheme.class.getClassLoader(), PACKAGE);
    private final Assets assets = Assets.load();

    @Override
    public String runbook(RunbookView view) {
        return render("runbook.jte", view.frame(), Map.of("view", view));
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
    public SortedMap<String, byte[]> assets() {
        return assets.files();
    }

    @Override
    public String text(Language language, String key, Object... arguments) {
        return texts(language).get(key, arguments);
    }

    static Messages texts(Language language) {
        return Messages.of(JteTheme.class, "texts", language);
    }

    private String render(String template, Frame frame, Map<String, Object> view) {
        Page page = new Page(frame, texts(frame.language()), assets, templates);
        StringOutput out = new StringOutput(USUAL_PAGE);
        if (view.isEmpty()) {
            templates.render(template, Map.of("page", page), out);
        } else {
            templates.render(template, Map.of("page", page, "view", view.get("view")), out);
        }
        return out.toString();
    }
}
