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
    private final String html;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int mainHeadings;
    private int headingLevel;
    private boolean hasLanguage;

    PageAudit(String path, String html) {
        this.path = path;
        this.html = html;
    }

    void run() {
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_PARSE_ERRORS);
        Document document = parser.parseInput(html, "");
        for (ParseError error : parser.getErrors()) {
            problem(AuditDiagnostic.INVALID_HTML, error.toString());
        }
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        element(element);
                    }
                },
                document);
        if (!hasLanguage) {
            problem(AuditDiagnostic.MISSING_LANGUAGE, path);
        }
        if (mainHeadings != 1) {
            problem(AuditDiagnostic.MAIN_HEADING, String.valueOf(mainHeadings));
        }
    }

    private void element(Element element) {
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                attribute(element, attribute);
            }
        }
        String name = element.normalName();
        switch (name) {
            case "html" -> hasLanguage = !element.attr("lang").isEmpty();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(name.charAt(1) - '0', element);
            case "style" -> problem(AuditDiagnostic.INLINE_CODE, "<style>");
            case "script" -> script(element);
            case "img" -> {
                if (!element.hasAttr("alt")) {
                    problem(AuditDiagnostic.MISSING_ALT, element.attr("src"));
                }
            }
            default -> {}
        }
    }

    private void script(Element element) {
        // A block of data is not run: it has a type that is no script's.
        String type = element.attr("type");
        if (!element.hasAttr("src") && (type.isEmpty() || type.contains("javascript") || type.equals("module"))) {
            problem(AuditDiagnostic.INLINE_CODE, "<script>");
        }
    }

    private void heading(int level, Element element) {
        if (level == 1) {
            mainHeadings++;
        }
        boolean inMain = isInMain(element);
        if (inMain && headingLevel > 0 && level > headingLevel + 1) {
            problem(AuditDiagnostic.HEADING_ORDER, "h" + headingLevel + " → h" + level);
        }
        if (inMain) {
            headingLevel = level;
        }
    }

    private static boolean isInMain(Element element) {
        for (Element above = element.parent(); above != null; above = above.parent()) {
            if (above.nameIs("main")) {
                return true;
            }
        }
        return false;
    }

    private void attribute(Element element, Attribute attribute) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        switch (name) {
            case "id" -> {
                if (!ids.add(value)) {
                    problem(AuditDiagnostic.DUPLICATE_ID, value);
                }
            }
            case "href" -> href(element, value);
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

    private void href(Element element, String value) {
        String rel = element.attr("rel");
        boolean loads = element.normalName().equals("link") && !rel.equals("alternate") && !rel.equals("canonical");
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
        int slash = link.indexOf('/');
        int hash = link.indexOf('#');
        if (colon < 1 || (slash >= 0 && slash < colon) || (hash >= 0 && hash < colon)) {
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
