package dev.runbook.site.theme;

import dev.runbook.site.view.Part;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;

/** Chooses the template of each kind of part. */
final class PartTemplates implements Part.Visitor<Content> {
    private final Page page;
    private final TemplateEngine templates;

    PartTemplates(Page page, TemplateEngine templates) {
        this.page = page;
        this.templates = templates;
    }

    @Override
    public Content heading(Part.Heading heading) {
        return template("part/heading.jte", heading);
    }

    /** Written as it is: a view's HTML is safe, and may leave elements open for the next part. */
    @Override
    public Content text(Part.Text text) {
        return output -> output.writeContent(text.html());
    }

    @Override
    public Content listing(Part.ListingView listing) {
        return template("part/listing.jte", listing);
    }

    @Override
    public Content step(Part.StepView step) {
        return template(step.role().equals("given") ? "part/given.jte" : "part/step.jte", step);
    }

    @Override
    public Content box(Part.Box box) {
        return template("part/box.jte", box);
    }

    @Override
    public Content definitions(Part.Definitions definitions) {
        return template("part/definitions.jte", definitions);
    }

    private Content template(String name, Part part) {
        return output -> templates.render(name, Map.of("page", page, "part", part), output);
    }
}
