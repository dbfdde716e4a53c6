package dev.runbook.site.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** What one page's HTML tells by itself. */
final class PageAudit {
    /** A problem and what it is about. */
    record Problem(AuditDiagnostic code, String what) {}

    private static final int MOST_PARSE_ERRORS = 5;
    private static final Set<String> FORBIDDEN_SCHEMES = Set.of("javascript", "vbscript", "data", "file");
    private static final Pattern DROPPED_BY_BROWSERS = Pattern.compile("[\\s\\p{Cntrl}]");

    private final String path;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int mainHeadings;
    private int headingLevel;
    private boolean hasLanguage;

    private PageAudit(String path) {
        this.path = path;
    }

    /** Audits a page: only one that is not written strictly, or has a problem, is parsed as a browser would. */
    static PageAudit of(String path, String html) {
        PageAudit strict = new PageAudit(path);
        if (StrictReader.read(html, strict::element) && strict.finish()) {
            return strict;
        }
        return parsed(path, html);
    }

    /** The same by a parser that takes any HTML. */
    static PageAudit parsed(String path, String html) {
        PageAudit audit = new PageAudit(path);
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_PARSE_ERRORS);
        Document document = parser.parseInput(html, "");
        for (ParseError error : parser.getErrors()) {
            audit.problem(AuditDiagnostic.INVALID_HTML, error.toString());
        }
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        audit.element(tag(element));
                    }
                },
                document);
        audit.finish();
        return audit;
    }

    private static Tag tag(Element element) {
        Tag tag = new Tag();
        tag.begin(element.normalName(), isInMain(element));
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                tag.attribute(attribute.getKey(), attribute.getValue());
            }
        }
        return tag;
    }

    private static boolean isInMain(Element element) {
        for (Element above = element.parent(); above != null; above = above.parent()) {
            if (above.nameIs("main")) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there is no problem. */
    private boolean finish() {
        if (!hasLanguage) {
            problem(AuditDiagnostic.MISSING_LANGUAGE, path);
        }
        if (mainHeadings != 1) {
            problem(AuditDiagnostic.MAIN_HEADING, String.valueOf(mainHeadings));
        }
        return problems.isEmpty();
    }

    private void element(Tag tag) {
        for (int i = 0; i < tag.attributes(); i++) {
            attribute(tag, tag.attributeName(i), tag.attributeValue(i));
        }
        String name = tag.name();
        switch (name) {
            case "html" -> hasLanguage = !tag.value("lang").isEmpty();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(name.charAt(1) - '0', tag.inMain());
            case "style" -> problem(AuditDiagnostic.INLINE_CODE, "<style>");
            case "script" -> script(tag);
            case "img" -> {
                if (!tag.has("alt")) {
                    problem(AuditDiagnostic.MISSING_ALT, tag.value("src"));
                }
            }
            default -> {}
        }
    }

    private void script(Tag tag) {
        // A block of data is not run: it has a type that is no script's.
        String type = tag.value("type");
        if (!tag.has("src") && (type.isEmpty() || type.contains("javascript") || type.equals("module"))) {
            problem(AuditDiagnostic.INLINE_CODE, "<script>");
        }
    }

    private void heading(int level, boolean inMain) {
        if (level == 1) {
            mainHeadings++;
        }
        if (inMain && headingLevel > 0 && level > headingLevel + 1) {
            problem(AuditDiagnostic.HEADING_ORDER, "h" + headingLevel + " → h" + level);
        }
        if (inMain) {
            headingLevel = level;
        }
    }

    private void attribute(Tag tag, String name, String value) {
        switch (name) {
            case "id" -> {
                if (!ids.add(value)) {
                    problem(AuditDiagnostic.DUPLICATE_ID, value);
                }
            }
            case "href" -> href(tag, value);
            case "src", "poster", "data" -> resource(value);
            case "srcset" -> sourceSet(value);
            case "style" -> problem(AuditDiagnostic.INLINE_CODE, "style=\"" + value + "\"");
            default -> {
                if (name.startsWith("on")) {
                    problem(AuditDiagnostic.INLINE_CODE, name + "=\"" + value + "\"");
                }
            }
        }
    }

    private void sourceSet(String value) {
        for (String candidate : value.split(",", -1)) {
            resource(candidate.strip().split("\\s", 2)[0]);
        }
    }

    private void href(Tag tag, String value) {
        String rel = tag.value("rel");
        boolean loads = tag.name().equals("link") && !rel.equals("alternate") && !rel.equals("canonical");
        if (loads) {
            resource(value);
        } else if (FORBIDDEN_SCHEMES.contains(scheme(value))) {
            problem(AuditDiagnostic.INLINE_CODE, value);
        } else if (!isElsewhere(value)) {
            links.add(value);
        }
    }

    private void resource(String value) {
        if (value.startsWith("data:") && !value.startsWith("data:image/")) {
            problem(AuditDiagnostic.INLINE_CODE, value);
        } else if (isElsewhere(value) && !value.startsWith("data:")) {
            problem(AuditDiagnostic.FOREIGN_RESOURCE, value);
        } else if (!value.startsWith("data:")) {
            links.add(value);
        }
    }

    private static boolean isElsewhere(String link) {
        return link.startsWith("//") || !scheme(link).isEmpty();
    }

    /** As browsers see it: they drop tabs and newlines from addresses. */
    private static String scheme(String link) {
        int colon = link.indexOf(':');
        if (colon < 1) {
            return "";
        }
        int slash = link.indexOf('/');
        int hash = link.indexOf('#');
        if ((slash >= 0 && slash < colon) || (hash >= 0 && hash < colon)) {
            return "";
        }
        return DROPPED_BY_BROWSERS
                .matcher(link.substring(0, colon))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private void problem(AuditDiagnostic code, String what) {
        problems.add(new Problem(code, what));
    }

    Set<String> ids() {
        return ids;
    }

    Set<String> links() {
        return links;
    }

    List<Problem> problems() {
        return problems;
    }
}
