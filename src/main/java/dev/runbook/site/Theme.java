package dev.runbook.site;

import dev.runbook.i18n.Language;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.RunbookView;
import dev.runbook.site.view.SectionView;
import dev.runbook.site.view.StatusView;
import java.util.List;
import java.util.SortedMap;

/** Turns what pages show into HTML. May be called by several threads at once. */
public interface Theme {
    String runbook(RunbookView view);

    /** A page with the styles and scripts inside it, which leads to no other page. */
    String lone(RunbookView view);

    String section(SectionView view);

    /** The page that says what holds. */
    String status(StatusView view);

    /** The page for addresses that lead nowhere. */
    String notFound(Frame frame);

    /** The page that stands for one that cannot be had without a network. */
    String offline(Frame frame);

    /**
     * The script that keeps pages for when there is no network; it works for the folder that it is in.
     *
     * @param pages what is kept from the beginning beside the theme's files, by address from the site's root
     */
    byte[] worker(List<String> pages);

    /** The styles, scripts and pictures that pages refer to, by path from the site's root. */
    SortedMap<String, byte[]> assets();

    /** A text of the interface in a page's language ({@code option.timeout}). */
    String text(Language language, String key, Object... arguments);
}
