package dev.runbook.site.view;

import dev.runbook.i18n.Language;
import java.util.List;
import java.util.Optional;

/**
 * All of a page that is not its main part.
 *
 * @param root the relative path to the site's root: empty, {@code ../}, {@code ../../} …
 * @param home the relative path to the front page of this language
 * @param title the page's, without the site's
 * @param description plain text; empty where there is none
 * @param alternates the same page in each language, this one included and marked as current; {@link Link#text} is the
 *     language's code
 * @param canonical absolute, where the site's address is known
 * @param absoluteAlternates as {@code alternates}, with absolute addresses; empty where the site's address is unknown
 * @param picture absolute address of a picture that stands for the page, where the site's address is known
 * @param feed the relative path to the feed of changes; empty where there is none
 * @param contentLanguage of the main part: another than {@code language} where a page is not translated
 * @param previous the page before this in reading order
 * @param edit where the source can be edited
 * @param lastChange date of the last change, as {@code 2026-11-23}
 * @param status the relative path to the page that says what holds; empty on a site without results
 * @param index whether search engines may index it
 */
public record Frame(
        Language language,
        Language contentLanguage,
        String siteTitle,
        String title,
        String description,
        String root,
        String home,
        List<Link> alternates,
        Optional<String> canonical,
        List<Link> absoluteAlternates,
        Optional<String> picture,
        Optional<String> feed,
        List<NavSection> navigation,
        List<Link> breadcrumbs,
        List<Toc> contents,
        Optional<Link> previous,
        Optional<Link> next,
        Optional<String> edit,
        Optional<String> lastChange,
        Optional<String> status,
        boolean index) {
    /** The same without all that leads to other pages. */
    public Frame alone() {
        return new Frame(
                language,
                contentLanguage,
                siteTitle,
                title,
                description,
                root,
                home,
                List.of(),
                canonical,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                contents,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lastChange,
                Optional.empty(),
                index);
    }
}
