package dev.runbook.site.theme;

import dev.runbook.i18n.Language;
import dev.runbook.i18n.Messages;
import dev.runbook.site.view.Frame;
import dev.runbook.site.view.Link;
import dev.runbook.site.view.Part;
import dev.runbook.site.view.Proof;
import dev.runbook.site.view.SectionView;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What templates may ask of the page that they lay out. */
public final class Page {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private static final Set<String> HELD = Set.of("passed", "stubbed");

    private final Frame frame;
    private final Map<Language, Messages> allTexts;
    private final Messages texts;
    private final Assets assets;
    private final TemplateEngine templates;
    private final boolean lone;
    private @Nullable Inline inline;

    /**
     * For a page.
     *
     * @param texts of all languages
     * @param lone whether it holds the theme's files itself
     */
    Page(Frame frame, Map<Language, Messages> texts, Assets assets, TemplateEngine templates, boolean lone) {
        this.frame = frame;
        this.allTexts = texts;
        this.texts = Objects.requireNonNull(texts.get(frame.language()));
        this.assets = assets;
        this.templates = templates;
        this.lone = lone;
    }

    public Frame frame() {
        return frame;
    }

    /** A text of the interface in the page's language. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** In another language, for those who came from a page in it. */
    public String textIn(String language, String key) {
        return Language.ofCode(language).map(allTexts::get).orElse(texts).get(key);
    }

    /** The address of a file of the theme; it changes with the file, so that browsers may keep it for ever. */
    public String asset(String name) {
        String address = assets.address(name);
        return lone ? inline().data(name) : frame.root() + address;
    }

    /** The theme's files for a page that holds them itself. */
    public Inline inline() {
        if (inline == null) {
            inline = new Inline(assets);
        }
        return inline;
    }

    /** The title for the browser's tab: the front page is the site itself. */
    public String documentTitle() {
        return frame.title().equals(frame.siteTitle()) ? frame.siteTitle() : frame.title() + " · " + frame.siteTitle();
    }

    /** {@code lang} for the main part; null, which leaves the attribute out, where it is the page's own. */
    public @Nullable String contentLanguage() {
        return isForeign() ? frame.contentLanguage().code() : null;
    }

    /** {@code lang} for texts of the interface inside the main part; null where the main part has the same. */
    public @Nullable String interfaceLanguage() {
        return isForeign() ? frame.language().code() : null;
    }

    private boolean isForeign() {
        return frame.language() != frame.contentLanguage();
    }

    /** A language as previews of links want it. */
    public String locale(Language language) {
        return language == Language.JA ? "ja_JP" : "en_US";
    }

    /** {@code aria-current}; null, which leaves the attribute out, where the link leads elsewhere. */
    public @Nullable String current(Link link) {
        return link.current() ? "page" : null;
    }

    /** The same page in the other languages. */
    public List<Link> otherLanguages() {
        return frame.alternates().stream().filter(link -> !link.current()).toList();
    }

    /** A language's name in itself; the code where it is not one of ours. */
    public String languageName(String code) {
        return Language.ofCode(code).map(Language::nativeName).orElse(code);
    }

    /** {@code 1h30m} in words of the page's language; anything else as it is. */
    public String duration(String written) {
        if (!written.matches("(?:" + AMOUNT.pattern() + ")+")) {
            return written;
        }
        return AMOUNT.matcher(written)
                .replaceAll(m -> texts.get("duration." + m.group(2), m.group(1)))
                .strip();
    }

    /** {@code lang} of a card; null where it is in the page's language. There are two languages: else it is the other. */
    public @Nullable String languageOf(SectionView.Card card) {
        return card.translated() ? null : otherLanguage();
    }

    /** The language that the page is not in. */
    public String otherLanguage() {
        return (frame.language() == Language.JA ? Language.EN : Language.JA).code();
    }

    /** How often something was tried; that it did not hold at once is said where it held in the end. */
    public String tries(Proof proof) {
        boolean held = HELD.contains(proof.then().orElse(proof.badge().standing()));
        return text(held ? "proof.flaky" : "proof.tries", proof.tries());
    }

    /** A step's note; of a stub it is the name. */
    public String note(Proof proof) {
        boolean stubbed = proof.then().orElse(proof.badge().standing()).equals("stubbed");
        return stubbed ? text("proof.stubs", proof.note()) : proof.note();
    }

    /** Where something was verified; that it was a stand-in is never left out. */
    public String place(Proof.Where place) {
        return text(place.standIn() ? "place.stand-in" : "place", place.environment());
    }

    public String steps(int count) {
        return text(count == 1 ? "section.step" : "section.steps", count);
    }

    /** A step's role in words; writing and changing a file have words of their own. */
    public String roleName(Part.StepView step) {
        return texts.find("role." + step.role() + "." + step.form()).orElseGet(() -> text("role." + step.role()));
    }

    /** A step's name for those who do not see its card. */
    public String stepLabel(Part.StepView step) {
        return step.number()
                .map(number -> text("step.label", number, roleName(step)))
                .orElseGet(() -> roleName(step));
    }

    public String codeLabel(Part.Code code) {
        return code.language().isEmpty() ? text("code.label.plain") : text("code.label", code.language());
    }

    /** The parts of the page's text, one after another. */
    public Content parts(List<Part> parts) {
        PartTemplates visitor = new PartTemplates(this, templates);
        return output -> {
            for (Part part : parts) {
                part.accept(visitor).writeTo(output);
            }
        };
    }
}
