package dev.runbook.check;

import static dev.runbook.i18n.Language.EN;
import static dev.runbook.i18n.Language.JA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.model.Handbook;
import dev.runbook.model.Runbook;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkResolverTest {
    private static final Runbook FROM = Handbooks.runbook("database/pgbouncer", JA, "install", "導入");
    private static final Runbook FROM_EN = Handbooks.runbook("database/pgbouncer", EN, "install", "setup");
    private static final Handbook HANDBOOK = Handbooks.of(
            Set.of("images/Figure 1.png", "database/notes.txt"),
            Handbooks.page(FROM, FROM_EN),
            Handbooks.page(Handbooks.runbook("index", JA)),
            Handbooks.page(Handbooks.runbook("web/index", JA, "概要")),
            Handbooks.page(Handbooks.runbook("web/手順 1", JA)),
            Handbooks.page(Handbooks.runbook("cache/redis", JA, "memory"), Handbooks.runbook("cache/redis", EN, "en")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/a#b       | External[url=https://example.org/a#b]",
                "mailto:a@example.org          | External[url=mailto:a@example.org]",
                "//example.org/                | External[url=//example.org/]",
                "#install                      | Anchor[id=install]",
                "#                             | Anchor[id=]",
                "#top                          | Anchor[id=]",
                "#raw                          | Anchor[id=raw]",
                "#%E5%B0%8E%E5%85%A5           | Anchor[id=導入]",
                "#setup                        | Broken[reason=NO_ANCHOR_HERE, path=, fragment=setup]",
                "pgbouncer.md                  | ToPage[page=database/pgbouncer, fragment=Optional.empty]",
                "pgbouncer.en.md#install       | ToPage[page=database/pgbouncer, fragment=Optional[install]]",
                "../cache/redis.md#memory      | ToPage[page=cache/redis, fragment=Optional[memory]]",
                "../cache/redis.md#en          | Broken[reason=NO_ANCHOR, path=cache/redis.md, fragment=en]",
                "./../cache//redis.md?a        | ToPage[page=cache/redis, fragment=Optional.empty]",
                "../web/index.en.md            | Broken[reason=MISSING, path=web/index.en.md, fragment=]",
                "../web/%E6%89%8B%E9%A0%86%201.md | ToPage[page=web/手順 1, fragment=Optional.empty]",
                "../web                        | ToPage[page=web/index, fragment=Optional.empty]",
                "../web/#概要                  | ToPage[page=web/index, fragment=Optional[概要]]",
                "../                           | ToPage[page=index, fragment=Optional.empty]",
                "..                            | ToPage[page=index, fragment=Optional.empty]",
                "../cache/                     | Broken[reason=NO_INDEX, path=cache/, fragment=]",
                "./                            | Broken[reason=NO_INDEX, path=database/, fragment=]",
                "../images/Figure%201.png      | ToAsset[path=images/Figure 1.png]",
                "notes.txt#x                   | ToAsset[path=database/notes.txt]",
                "../images/figure%201.PNG      | Broken[reason=CASE, path=images/figure 1.PNG, fragment=]",
                "PgBouncer.md                  | Broken[reason=CASE, path=database/PgBouncer.md, fragment=]",
                "pgbouncer                     | Broken[reason=MISSING, path=database/pgbouncer, fragment=]",
                "../../secret.md               | Broken[reason=OUTSIDE, path=../../secret.md, fragment=]",
                "%2e%2e/%2e%2e/secret.md       | Broken[reason=OUTSIDE, path=%2e%2e/%2e%2e/secret.md, fragment=]",
                "/database/pgbouncer.md        | Broken[reason=ABSOLUTE, path=/database/pgbouncer.md, fragment=]",
                "100%.md                       | Broken[reason=MISSING, path=database/100%.md, fragment=]",
            })
    void fromTheOriginal(String destination, String expected) {
        assertEquals(
                expected, new LinkResolver(HANDBOOK).resolve(FROM, destination).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#setup                        | Anchor[id=setup]",
                "#導入                         | Broken[reason=NO_ANCHOR_HERE, path=, fragment=導入]",
                "../cache/redis.md#en          | ToPage[page=cache/redis, fragment=Optional[en]]",
                "../cache/redis.md#memory      | Broken[reason=NO_ANCHOR, path=cache/redis.md, fragment=memory]",
                "../web/index.md#概要          | ToPage[page=web/index, fragment=Optional[概要]]",
            })
    void fromATranslationAnchorsAreThoseOfItsLanguage(String destination, String expected) {
        assertEquals(
                expected,
                new LinkResolver(HANDBOOK).resolve(FROM_EN, destination).toString());
    }
}
