package dev.runbook.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** The rules, each made for a root package, so that a test can show with classes of its own that a rule can fail. */
final class Rules {
    /** The packages below the root, in order: each may depend on those before it alone. */
    static final List<String> ORDER = List.of(
            "i18n",
            "json",
            "source",
            "model",
            "outcome",
            "match",
            "patch",
            "values",
            "exec",
            "exec.shell",
            "exec.local",
            "exec.ssh",
            "exec.rehearsal",
            "exec.container",
            "results",
            "record",
            "markdown",
            "check",
            "importing",
            "highlight",
            "picture",
            "site.view",
            "site.search",
            "site",
            "site.theme",
            "site.audit",
            "serve",
            "verify",
            "app",
            "report",
            "junit",
            "cli");

    /** Third-party libraries and the packages that may know them. */
    static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("com.fasterxml.jackson..", Set.of("json")),
            Map.entry("com.vladsch.flexmark..", Set.of("markdown")),
            Map.entry("org.snakeyaml..", Set.of("markdown")),
            Map.entry("org.jsoup..", Set.of("markdown", "site.audit")),
            Map.entry("org.fife..", Set.of("highlight")),
            Map.entry("org.apache.lucene..", Set.of("site.search")),
            Map.entry("gg.jte..", Set.of("site.theme")),
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("org.jline..", Set.of("cli")),
            Map.entry("org.testcontainers..", Set.of("exec.container")),
            Map.entry("org.apache.commons.compress..", Set.of("exec.container")),
            Map.entry("com.github.dockerjava..", Set.of("exec.container")),
            Map.entry("org.junit..", Set.of("junit")),
            Map.entry("org.opentest4j..", Set.of("junit")),
            Map.entry("com.sun.net.httpserver..", Set.of("serve")));

    private Rules() {}

    /** A package depends on those before it in {@link #ORDER} alone, which also rules out cycles. */
    static List<ArchRule> order(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < ORDER.size(); i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(p -> root + "." + p)
                    .toArray(String[]::new);
            if (later.length > 0) {
                rules.add(noClasses()
                        .that()
                        .resideInAPackage(root + "." + ORDER.get(i))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(later))
                        .allowEmptyShould(true)
                        .because("a package may depend only on those above it in CONTRIBUTING's table"));
            }
        }
        return rules;
    }

    /** Every class is in a package of {@link #ORDER}. */
    static ArchRule noOtherPackages(String root) {
        String[] known = ORDER.stream().map(p -> root + "." + p).toArray(String[]::new);
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(known))
                        .and(DescribedPredicate.not(resideInAnyPackage(root + ".site.theme.templates..")))
                        .and(DescribedPredicate.describe(
                                "are not package-info", c -> !c.getSimpleName().equals("package-info"))))
                .should(new ArchCondition<>("exist") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        events.add(SimpleConditionEvent.satisfied(item, item.getName() + " is in no known package"));
                    }
                })
                .allowEmptyShould(true);
    }

    /** A library is known to the packages that {@link #LIBRARIES} names, and to no other. */
    static List<ArchRule> libraries(String root) {
        List<ArchRule> rules = new ArrayList<>();
        LIBRARIES.forEach((library, owners) -> {
            List<String> allowed = new ArrayList<>();
            owners.forEach(o -> allowed.add(root + "." + o));
            if (owners.contains("site.theme")) {
                allowed.add(root + ".site.theme.templates..");
            }
            rules.add(noClasses()
                    .that()
                    .resideOutsideOfPackages(allowed.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(library))
                    .allowEmptyShould(true)
                    .because("it is confined to " + owners));
        });
        return rules;
    }

    /** The process's streams, its end, and its default locale, time zone and charset are {@code cli}'s alone. */
    static ArchRule processIsCliOnly(String root) {
        DescribedPredicate<JavaAccess<?>> process = DescribedPredicate.describe(
                "System.out, err, in or exit, or a default locale or time zone", Rules::touchesProcess);
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".cli..")
                .should()
                .accessTargetWhere(process)
                .allowEmptyShould(true);
    }

    private static boolean touchesProcess(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return (owner.isEquivalentTo(System.class)
                        && Set.of("out", "err", "in", "exit").contains(name))
                || (owner.isEquivalentTo(Runtime.class)
                        && Set.of("exit", "halt").contains(name))
                || (owner.isEquivalentTo(Locale.class) && name.equals("getDefault"))
                || (owner.isEquivalentTo(TimeZone.class) && name.equals("getDefault"))
                || (owner.isEquivalentTo(java.time.ZoneId.class) && name.equals("systemDefault"))
                || (owner.isEquivalentTo(java.nio.charset.Charset.class) && name.equals("defaultCharset"))
                || isDefaultDependent(access, owner, name);
    }

    /** Calls that use a default without naming it. */
    private static boolean isDefaultDependent(JavaAccess<?> access, JavaClass owner, String name) {
        if (!(access instanceof JavaMethodCall call)) {
            return false;
        }
        int parameters = call.getTarget().getRawParameterTypes().size();
        return owner.isEquivalentTo(String.class)
                && ((parameters == 0
                                && Set.of("toLowerCase", "toUpperCase", "getBytes")
                                        .contains(name))
                        || (name.equals("format")
                                && !call.getTarget()
                                        .getRawParameterTypes()
                                        .get(0)
                                        .isEquivalentTo(Locale.class)));
    }

    /** No state that two threads or two calls could share by accident. */
    static ArchRule noMutableStatics(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".site.theme.templates..")
                .should(new ArchCondition<>("have static fields that can be assigned again") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getFields().stream()
                                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC)
                                        && !f.getModifiers().contains(JavaModifier.FINAL)
                                        && !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .forEach(f -> events.add(SimpleConditionEvent.satisfied(f, f.getFullName())));
                    }
                })
                .allowEmptyShould(true);
    }
}
