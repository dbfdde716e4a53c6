package dev.runbook.check;

import dev.runbook.i18n.Language;
import dev.runbook.model.FrontMatter;
import dev.runbook.model.Located;
import dev.runbook.model.Page;
import dev.runbook.model.Parameter;
import dev.runbook.model.Runbook;
import dev.runbook.model.Section;
import dev.runbook.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a translation has the original's outline and facts, and says where the original has moved on. */
final class TranslationChecks {
    private final Runbook original;
    private final Runbook translation;
    private final Findings findings;

    private TranslationChecks(Runbook original, Runbook translation, Findings findings) {
        this.original = original;
        this.translation = translation;
        this.findings = findings;
    }

    static void check(Context context, Page page, Findings findings) {
        for (Language language : context.handbook().config().languages()) {
            Runbook translation = page.translations().get(language);
            if (translation != null) {
                TranslationChecks checks = new TranslationChecks(page.original(), translation, findings);
                checks.headings();
                checks.facts();
                checks.parameters();
                checks.versions();
                new StepComparison(page.original(), translation, findings).check();
            } else if (page.original().language() != language
                    && context.languages().contains(language)) {
                String file = page.id() + "." + language.code() + ".md";
                findings.add(
                        CheckCode.MISSING_TRANSLATION,
                        Span.startOf(page.original().source().name()),
                        language.code(),
                        file);
            }
        }
    }

    /** The first place where the outlines part: all that follows would differ too. */
    private void headings() {
        List<Section> originals = SectionPair.headed(original);
        List<Section> translated = SectionPair.headed(translation);
        int shared = Math.min(originals.size(), translated.size());
        for (int i = 0; i < shared; i++) {
            if (differ(originals.get(i), translated.get(i))) {
                return;
            }
        }
        if (originals.size() > shared) {
            Section missing = originals.get(shared);
            Span above = shared > 0
                    ? translated.get(shared - 1).span()
                    : Span.startOf(translation.source().name());
            findings.add(CheckCode.MISSING_HEADING, above, missing.title(), missing.span());
        } else if (translated.size() > shared) {
            Section extra = translated.get(shared);
            findings.add(CheckCode.EXTRA_HEADING, extra.span(), extra.title());
        }
    }

    private boolean differ(Section one, Section other) {
        if (one.level() != other.level()) {
            findings.add(
                    CheckCode.HEADING_LEVEL_DIFFERS, other.span(), other.level(), one.level(), one.title(), one.span());
            return true;
        }
        if (one.explicitId() && (!other.explicitId() || !one.id().equals(other.id()))) {
            findings.add(CheckCode.HEADING_ID_DIFFERS, other.span(), one.id(), one.title(), one.span());
            return true;
        }
        if (!one.explicitId() && other.explicitId()) {
            findings.add(CheckCode.EXTRA_HEADING_ID, other.span(), other.id(), one.title(), one.span());
            return true;
        }
        return false;
    }

    private void facts() {
        FrontMatter matter = translation.frontMatter();
        Span start = Span.startOf(translation.source().name());
        matter.requires().stream().findFirst().ifPresent(r -> fact("requires", r.span()));
        matter.environment().ifPresent(e -> fact("environment", e.span()));
        matter.user().ifPresent(u -> fact("user", u.span()));
        matter.risk().ifPresent(r -> fact("risk", start));
        matter.duration().ifPresent(d -> fact("duration", start));
    }

    private void fact(String key, Span span) {
        findings.add(CheckCode.TRANSLATED_FACT, span, key, original.source().name());
    }

    private void parameters() {
        Set<String> declared =
                original.frontMatter().params().stream().map(Parameter::name).collect(Collectors.toSet());
        for (Parameter parameter : translation.frontMatter().params()) {
            if (!declared.contains(parameter.name())) {
                findings.add(
                        CheckCode.UNKNOWN_TRANSLATED_PARAMETER,
                        parameter.span(),
                        parameter.name(),
                        original.source().name());
            } else if (parameter.defaultValue().isPresent()
                    || parameter.pattern().isPresent()
                    || parameter.secret()) {
                findings.add(CheckCode.TRANSLATED_PARAMETER, parameter.span(), parameter.name());
            }
        }
    }

    private void versions() {
        if (translation.frontMatter().translates().isEmpty()) {
            return;
        }
        for (SectionPair pair : SectionPair.of(original, translation)) {
            Span span = pair.translated().span();
            if (Translations.isOutdated(pair, translation)) {
                findings.add(
                        CheckCode.TRANSLATION_OUTDATED,
                        span,
                        title(pair.original()),
                        pair.original().span());
            } else if (Translations.isUnrecorded(pair.original(), translation)) {
                findings.add(
                        CheckCode.TRANSLATION_UNRECORDED,
                        span,
                        title(pair.original()),
                        pair.original().span());
            }
        }
        Set<String> keys = original.sections().stream().map(SectionDigest::key).collect(Collectors.toSet());
        for (Map.Entry<String, Located<String>> recorded :
                translation.frontMatter().translates().entrySet()) {
            if (!keys.contains(recorded.getKey())) {
                findings.add(
                        CheckCode.UNKNOWN_TRANSLATED_SECTION,
                        recorded.getValue().span(),
                        recorded.getKey());
            }
        }
    }

    private String title(Section section) {
        return Optional.of(section.title()).filter(t -> !t.isEmpty()).orElse(original.title());
    }
}
